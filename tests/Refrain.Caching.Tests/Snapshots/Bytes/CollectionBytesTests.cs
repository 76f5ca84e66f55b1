using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Dynamic;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

[Trait("row", "B4")]
public class CollectionBytesTests
{
    public sealed record Sale(string City, int Amount);

    public sealed class Basket : List<Sale>
    {
        public string Owner { get; set; } = "";
    }

    public sealed class Prices() : Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        public int Version { get; init; } = 7;
    }

    public sealed class Numbers : Collection<int>
    {
        protected override void InsertItem(int index, int item) => base.InsertItem(index, item + 1);
    }

    public sealed class ByLength : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x?.Length == y?.Length;

        public int GetHashCode(string obj) => obj.Length;
    }

    private static readonly Sale[] Sales = [new("Graz", 1), new("Linz", 2), new("Wels", 3)];

    private static readonly Dictionary<string, Sale> ByCity = Sales.ToDictionary(sale => sale.City);

    [Fact]
    public void Sequences_of_every_kind()
    {
        Check<Sale[]>(Sales);
        Check<List<Sale>>([.. Sales]);
        Check<LinkedList<Sale>>(new(Sales));
        Check<Queue<Sale>>(new(Sales));
        Check<Stack<Sale>>(new(Sales));
        Check<Collection<Sale>>([.. Sales]);
        Check<ObservableCollection<Sale>>([.. Sales]);
        Check<ReadOnlyCollection<Sale>>(new(Sales));
        Check<ReadOnlyObservableCollection<Sale>>(new([.. Sales]));
        Check<ConcurrentQueue<Sale>>(new(Sales));
        Check<ConcurrentStack<Sale>>(new(Sales));
        Check<ConcurrentBag<Sale>>([.. Sales]);
        Check<ImmutableArray<Sale>>([.. Sales]);
        Check<ImmutableList<Sale>>([.. Sales]);
        Check<ImmutableQueue<Sale>>([.. Sales]);
        Check<ImmutableStack<Sale>>([.. Sales]);
        Check<ArraySegment<Sale>>(new(Sales, 1, 2));
        Assert.Equal(Sales, Stored.Of<Memory<Sale>>(Sales).Read<Memory<Sale>>().ToArray());
        Assert.Equal(Sales, Stored.Of<ReadOnlyMemory<Sale>>(Sales).Read<ReadOnlyMemory<Sale>>().ToArray());
        Assert.True(Stored.Again(default(ImmutableArray<int>)).IsDefault);
        Assert.Equal(["a", 1, null], Stored.Again(new ArrayList { "a", 1, null }).ToArray());
    }

    [Fact]
    public void Sets_of_every_kind()
    {
        Check<HashSet<Sale>>([.. Sales]);
        Check<HashSet<int>>([3, 1, 2]);
        Check<SortedSet<string>>(["b", "a"]);
        Check<FrozenSet<Sale>>(Sales.ToFrozenSet());
        Check<FrozenSet<int>>(new[] { 3, 1, 2 }.ToFrozenSet());
        Check<FrozenSet<string>>(new[] { "a", "bb" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        Check<ImmutableHashSet<Sale>>([.. Sales]);
        Check<ImmutableSortedSet<int>>([3, 1, 2]);
        Check<ReadOnlySet<Sale>>(new(new HashSet<Sale>(Sales)));
    }

    [Fact]
    public void Dictionaries_of_every_kind()
    {
        Check<Dictionary<string, Sale>>(ByCity);
        Check<Dictionary<Sale, int>>(Sales.ToDictionary(sale => sale, sale => sale.Amount));
        Check<SortedDictionary<string, Sale>>(new(ByCity));
        Check<SortedList<string, Sale>>(new(ByCity));
        Check<ConcurrentDictionary<string, Sale>>(new(ByCity));
        Check<FrozenDictionary<string, Sale>>(ByCity.ToFrozenDictionary());
        Check<ImmutableDictionary<string, Sale>>(ByCity.ToImmutableDictionary());
        Check<ImmutableSortedDictionary<string, Sale>>(ByCity.ToImmutableSortedDictionary());
        Check<ReadOnlyDictionary<string, Sale>>(new(ByCity));
        Check<OrderedDictionary<string, Sale>>(new(ByCity));
        var table = Stored.Again(new Hashtable(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 });
        Assert.Equal(1, table["A"]);
        dynamic value = new ExpandoObject();
        value.Name = "x";
        Assert.Equal("x", ((dynamic)Stored.Again<ExpandoObject>(value)).Name);
    }

    [Fact]
    public void The_order_of_a_dictionary_stays()
    {
        var value = Enumerable.Range(0, 1000).ToDictionary(number => $"{number * 7919 % 1000}", number => number);
        Assert.Equal(value.Keys, Stored.Again(value).Keys);
    }

    [Fact]
    public void Comparers_that_are_known_come_back()
    {
        Assert.Contains("A", Stored.Again(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a" }));
        Assert.DoesNotContain("A", Stored.Again(new HashSet<string>(StringComparer.Ordinal) { "a" }));
        var german = StringComparer.Create(new("de-DE"), System.Globalization.CompareOptions.IgnoreCase);
        Assert.Equal(1, Stored.Again(new Dictionary<string, int>(german) { ["ä"] = 1 })["Ä"]);
        Assert.Equal(["b", "A"], Stored.Again(new SortedSet<string>(StringComparer.Ordinal) { "b", "A" }).Reverse());
        Assert.Equal(1, Stored.Again(new ConcurrentDictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 })["A"]);
        Assert.Equal(1, Stored.Again(ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase).Add("a", 1))["A"]);
        Assert.Contains("A", Stored.Again(ImmutableSortedSet.Create(StringComparer.OrdinalIgnoreCase, "a")));
        Assert.Equal(1, Stored.Again(new ReadOnlyDictionary<string, int>(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 }))["A"]);
    }

    [Fact]
    public void A_comparer_of_another_kind_is_refused() =>
        Assert.Equal(
            "RFN0162: What 'Load' returned cannot be stored: 'result[0]' compares with a CollectionBytesTests.ByLength, and of comparers only the default "
            + "one, the ordinal ones and those of a culture can be. Use one of these, or keep the function's values in memory only: leave out 'Persist'.",
            Stored.Refused(new List<HashSet<string>> { new(new ByLength()) { "a" } }).Message);

    [Fact]
    public void A_users_own_collection_has_items_comparer_and_fields_and_none_of_its_code_runs()
    {
        var basket = Stored.Again(new Basket { Sales[0], Sales[1] });
        Assert.Equal(Sales[..2], basket);
        var prices = Stored.Again(new Prices { ["a"] = 1m });
        Assert.Equal((1m, 7), (prices["A"], prices.Version));
        Assert.Equal(new[] { 2, 3 }, Stored.Again(new Numbers { 1, 2 }).ToArray());
    }

    [Fact]
    public void Interfaces_hold_the_platforms_collections()
    {
        Assert.IsType<List<Sale>>(Stored.Again<IReadOnlyList<Sale>>(Sales.ToList()));
        Assert.IsType<Sale[]>(Stored.Again<IEnumerable<Sale>>(Sales));
        Assert.IsType<HashSet<Sale>>(Stored.Again<ISet<Sale>>(Sales.ToHashSet()));
        Assert.IsType<Dictionary<string, Sale>>(Stored.Again<IReadOnlyDictionary<string, Sale>>(ByCity));
        Assert.IsType<SortedList<string, Sale>>(Stored.Again<IDictionary<string, Sale>>(new SortedList<string, Sale>(ByCity)));
        Assert.Equal(ByCity, Stored.Of<IEnumerable<KeyValuePair<string, Sale>>>(ByCity).Read<IEnumerable<KeyValuePair<string, Sale>>>());
        Assert.IsType<ImmutableArray<Sale>>(Stored.Again<IReadOnlyCollection<Sale>>(ImmutableArray.Create(Sales)));
        Assert.IsAssignableFrom<FrozenSet<Sale>>(Stored.Again<IReadOnlySet<Sale>>(Sales.ToFrozenSet()));
        Assert.IsType<List<object>>(Stored.Again<IEnumerable>(new List<object> { 1, "a" }));
        IReadOnlyList<Sale> made = [new("a", 1), new("b", 2)];
        Assert.Equal(made, Stored.Of(made).Read<IReadOnlyList<Sale>>());
    }

    [Fact]
    public void Groups_and_look_ups_of_a_query()
    {
        var groups = Sales.GroupBy(sale => sale.City.Length).ToList();
        var group = Stored.Of(groups).Read<List<IGrouping<int, Sale>>>().Single();
        Assert.Equal(4, group.Key);
        Assert.Equal(Sales, group);
        var found = Stored.Of(Sales.ToLookup(sale => sale.City, StringComparer.OrdinalIgnoreCase)).Read<ILookup<string, Sale>>();
        Assert.Equal(Sales[..1], found["GRAZ"]);
    }

    private static void Check<T>(T value)
        where T : IEnumerable
    {
        var read = Stored.Again(value);
        Assert.Equal(value.GetType(), read.GetType());
        Assert.Equal(Key.Of(value), Key.Of(read));
        if (value is not (ConcurrentBag<Sale> or FrozenSet<Sale> or FrozenDictionary<string, Sale> or ImmutableHashSet<Sale> or ImmutableDictionary<string, Sale>))
            Assert.Equal(value.Cast<object>(), read.Cast<object>());
    }
}
