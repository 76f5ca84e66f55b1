namespace Refrain.Bench.Functions;

/// <summary>Functions whose every caller gets a copy.</summary>
public static class ValueFunctions
{
    [CacheData]
    public static Person OnePerson() => Person.Numbered(1);

    [CacheData]
    public static List<int> ThreeNumbers() => [1, 2, 3];

    [CacheData]
    public static Dictionary<string, int> TenPairs() => Enumerable.Range(0, 10).ToDictionary(number => $"key-{number}");

    [CacheData]
    public static List<Person> People(int count) => [.. Enumerable.Range(0, count).Select(Person.Numbered)];

    [CacheData]
    public static double[] Doubles(int count) => [.. Enumerable.Range(0, count).Select(number => number * 0.5)];
}

/// <summary>A plain class that anyone may change.</summary>
public sealed class Person
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public double Score { get; set; }

    public DateTime Born { get; set; }

    public static Person Numbered(int number) => new()
    {
        Id = number,
        Name = $"person-{number}",
        Score = number * 0.5,
        Born = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number),
    };

    public Person Clone() => new() { Id = Id, Name = Name, Score = Score, Born = Born };
}

/// <summary>Five small fields, as one passes them to a query.</summary>
public sealed record Query(int Year, string Region, double From, double To, bool IsOpen);
