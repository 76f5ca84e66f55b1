using BenchmarkDotNet.Attributes;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Benchmarks;

/// <summary>One plain object, handed out, cloned by hand, and sent through JSON.</summary>
public class OneObject : Copies<Person>
{
    protected override Person Cached() => ValueFunctions.OnePerson();

    protected override Person Clone(Person value) => value.Clone();
}

/// <summary>A list of three numbers.</summary>
public class ListOfThree : Copies<List<int>>
{
    protected override List<int> Cached() => ValueFunctions.ThreeNumbers();

    protected override List<int> Clone(List<int> value) => [.. value];
}

/// <summary>A dictionary of ten.</summary>
public class DictionaryOfTen : Copies<Dictionary<string, int>>
{
    protected override Dictionary<string, int> Cached() => ValueFunctions.TenPairs();

    protected override Dictionary<string, int> Clone(Dictionary<string, int> value) => new(value);
}

/// <summary>A thousand plain objects.</summary>
public class ThousandObjects : Copies<List<Person>>
{
    protected virtual int Count => 1000;

    protected override List<Person> Cached() => ValueFunctions.People(Count);

    protected override List<Person> Clone(List<Person> value)
    {
        var clone = new List<Person>(value.Count);
        foreach (var person in value)
            clone.Add(person.Clone());
        return clone;
    }
}

/// <summary>A hundred thousand of them.</summary>
public class HundredThousandObjects : ThousandObjects
{
    protected override int Count => 100_000;
}
