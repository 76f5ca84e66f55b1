using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B3")]
[Trait("case", "7")]
public class CopyTests
{
    public class Person
    {
        public string Name { get; set; } = "";

        public int Age { get; set; }

        public List<string> Tags { get; set; } = [];

        public Person? Friend { get; set; }
    }

    public record Sale(string City, double Amount);

    public static TheoryData<object> Collections => new(
        new List<int> { 1, 2, 3 },
        new List<Person> { new() { Name = "Ada" }, new() { Name = "Bob" } },
        new int[] { 1, 2, 3 },
        new Person[] { new() { Name = "Ada" } },
        new int[,] { { 1, 2 }, { 3, 4 } },
        new List<int>[,] { { [1] }, { [2] } },
        new Dictionary<string, Person> { ["a"] = new() { Name = "Ada" } },
        new HashSet<string> { "a", "b" },
        new SortedDictionary<string, List<int>> { ["a"] = [1] },
        new SortedList<int, List<int>> { [1] = [1] },
        new SortedSet<int> { 3, 1 },
        new Queue<List<int>>([[1], [2]]),
        new Stack<int>([1, 2]),
        new LinkedList<string>(["a", "b"]),
        new ConcurrentDictionary<string, int> { ["a"] = 1 },
        new ConcurrentQueue<int>([1, 2]),
        new ConcurrentStack<int>([1, 2]),
        new ConcurrentBag<int>([1]),
        new ObservableCollection<int>([1, 2]),
        new Collection<int>([1, 2]),
        new ReadOnlyCollection<int>([1, 2]),
        new OrderedDictionary<string, int> { ["b"] = 1, ["a"] = 2 },
        ImmutableList.Create(new List<int> { 1 }),
        ImmutableArray.Create(new List<int> { 1 }),
        ImmutableStack.Create(new List<int> { 1 }, [2]),
        new Dictionary<string, List<int>> { ["a"] = [1] }.ToFrozenDictionary());

    [Theory]
    [MemberData(nameof(Collections))]
    [Trait("row", "B4")]
    public void Collections_are_copied_with_what_they_hold(object value)
    {
        var frozen = Graph.Freeze(value);
        var first = frozen.HandOut();
        var second = frozen.HandOut();
        Assert.Equivalent(value, first, strict: true);
        Assert.Equal(value.GetType(), first.GetType());
        if (value is System.Collections.IEnumerable items)
            Assert.Equivalent(items.Cast<object>().ToArray(), ((System.Collections.IEnumerable)first).Cast<object>().ToArray());
        Graph.AssertSharesNothing(value, first);
        Graph.AssertSharesNothing(first, second);
    }

    [Fact]
    public void What_a_caller_changes_reaches_nobody_else()
    {
        var returned = new List<int> { 1, 2, 3 };
        var frozen = Graph.Freeze(returned);
        returned[0] = 9;
        frozen.HandOut()[0] = 8;
        Assert.Equal([1, 2, 3], frozen.HandOut());
    }

    [Fact]
    public void Cycles_and_shared_parts_are_kept()
    {
        var ada = new Person { Name = "Ada" };
        ada.Friend = new Person { Name = "Bob", Friend = ada, Tags = ada.Tags };
        var copy = Graph.Freeze(ada).HandOut();
        Assert.Same(copy, copy.Friend!.Friend);
        Assert.Same(copy.Tags, copy.Friend.Tags);
        Graph.AssertSharesNothing(ada, copy);
    }

    [Fact]
    public void A_long_chain_does_not_exhaust_the_stack()
    {
        Person? chain = null;
        for (var length = 0; length < 200_000; length++)
            chain = new Person { Age = length, Friend = chain };
        var copy = Graph.Freeze(chain).HandOut();
        for (var age = 199_999; age >= 0; age--, copy = copy.Friend)
            Assert.Equal(age, copy!.Age);
        Assert.Null(copy);
    }

    [Fact]
    public void What_never_changes_is_shared()
    {
        object[] values =
        [
            "text", 1, new Sale("Oslo", 1), (1, "a"), ImmutableArray.Create(new Sale("Oslo", 1)), new Uri("http://a"), typeof(int),
            new[] { "a" }.ToFrozenSet(), new { Name = "a", At = DateTime.UnixEpoch },
        ];
        Assert.All(values, value => Assert.Same(value, Graph.Freeze(value).HandOut()));
    }

    [Fact]
    public void Comparers_go_along()
    {
        var copy = Graph.Freeze(new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase) { ["A"] = [1] }).HandOut();
        Assert.Equal([1], copy["a"]);
    }
}
