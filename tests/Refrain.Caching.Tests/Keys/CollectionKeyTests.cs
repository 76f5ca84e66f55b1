using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
public class CollectionKeyTests
{
    public class Basket : List<int>
    {
        public string Owner { get; set; } = "";
    }

    public class Bag(params int[] items) : IEnumerable<int>
    {
        private readonly int[] _items = items;

        public IEnumerator<int> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class ModuloComparer(int modulus) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x % modulus == y % modulus;

        public int GetHashCode(int obj) => obj % modulus;
    }

    [Fact]
    [Trait("case", "101")]
    public void Each_kind_of_collection_is_its_own_content()
    {
        object[] all =
        [
            1, new[] { 1 }, new List<int> { 1 }, ValueTuple.Create(1), Tuple.Create(1), new HashSet<int> { 1 }, new object[] { 1 }, new[] { 1L },
            new Dictionary<int, int> { [1] = 1 }, new List<(int, int)> { (1, 1) }, new[] { new[] { 1 } }, new[,] { { 1 } }, new List<int?> { 1 },
            ImmutableArray.Create(1), ImmutableList.Create(1), new ReadOnlyDictionary<int, int>(new Dictionary<int, int> { [1] = 1 }),
            new Queue<int>([1]), new Stack<int>([1]), new Basket { 1 }, new Bag(1), new ReadOnlyMemory<int>([1]), new ArrayList { 1 },
        ];
        Assert.Equal(all.Length, all.Select(Key.Of).Distinct().Count());
    }

    [Fact]
    [Trait("case", "107")]
    [Trait("case", "14")]
    public void Items_are_framed()
    {
        Assert.False(Key.Same(new[] { "a", "b" }, ["ab"]));
        Assert.False(Key.Same(new[] { "a", "b" }, ["a\0b"]));
        Assert.False(Key.Same(new[] { "", "a" }, ["a", ""]));
        // Without the length of each, the bytes of these two would be the same.
        Assert.False(Key.Same(new[] { "", "\u0941" }, ["\u4109", ""]));
        Assert.False(Key.Same(("a", "bc"), ("ab", "c")));
        Assert.False(Key.Same(new List<List<int>> { new() { 1 }, new() }, [[], [1]]));
        Assert.False(Key.Same(Array.Empty<int>(), null));
        Assert.False(Key.Same(new int[2, 3], new int[3, 2]));
    }

    [Fact]
    [Trait("case", "107")]
    public void The_order_of_sets_and_dictionaries_plays_no_part()
    {
        var up = Enumerable.Range(0, 100).Select(number => $"{number}").ToArray();
        var down = up.Reverse().ToArray();
        Assert.True(Key.Same(up.ToHashSet(), down.ToHashSet()));
        Assert.True(Key.Same(up.ToFrozenSet(), down.ToFrozenSet()));
        Assert.True(Key.Same(up.ToImmutableHashSet(), down.ToImmutableHashSet()));
        Assert.True(Key.Same(new ConcurrentBag<string>(up), new ConcurrentBag<string>(down)));
        Assert.True(Key.Same(up.ToDictionary(text => text), down.ToDictionary(text => text)));
        Assert.True(Key.Same(up.ToFrozenDictionary(text => text), down.ToFrozenDictionary(text => text)));
        Assert.True(Key.Same(new HashSet<int[]>([[1], [2], [3]]), new HashSet<int[]>([[3], [1], [2]])));
        Assert.False(Key.Same(up.ToHashSet(), up.Skip(1).ToHashSet()));
        Assert.False(Key.Same(up.ToDictionary(text => text), up.ToDictionary(text => text, text => text == "7" ? "8" : text)));
        Assert.False(Key.Same(new Dictionary<int, int> { [1] = 2, [2] = 1 }, new() { [1] = 1, [2] = 2 }));
    }

    [Fact]
    public void The_order_of_everything_else_counts()
    {
        Assert.False(Key.Same(new List<int> { 1, 2 }, [2, 1]));
        Assert.False(Key.Same(new OrderedDictionary<int, int> { [1] = 1, [2] = 2 }, new OrderedDictionary<int, int> { [2] = 2, [1] = 1 }));
        Assert.True(Key.Same(new LinkedList<int>([1, 2]), new LinkedList<int>([1, 2])));
    }

    [Fact]
    public void A_comparer_that_is_not_the_usual_one_counts()
    {
        Assert.False(Key.Same(new HashSet<string> { "a" }, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a" }));
        Assert.True(Key.Same(new HashSet<string> { "a" }, new HashSet<string>(StringComparer.Ordinal) { "a" }));
        Assert.False(Key.Same(
            new HashSet<string>(StringComparer.InvariantCulture) { "a" }, new HashSet<string>(StringComparer.InvariantCultureIgnoreCase) { "a" }));
        Assert.True(Key.Same(new HashSet<int>(new ModuloComparer(3)) { 1 }, new HashSet<int>(new ModuloComparer(3)) { 1 }));
        Assert.False(Key.Same(new HashSet<int>(new ModuloComparer(3)) { 1 }, new HashSet<int>(new ModuloComparer(4)) { 1 }));
        Assert.False(Key.Same(new Dictionary<int, int>(new ModuloComparer(3)) { [1] = 1 }, new() { [1] = 1 }));
    }

    [Fact]
    public void Capacity_and_history_of_a_collection_play_no_part()
    {
        var worn = new List<int>(1000) { 5, 1 };
        worn.RemoveAt(0);
        Assert.True(Key.Same(worn, [1]));
        var dictionary = new Dictionary<int, string> { [1] = "a", [2] = "b" };
        dictionary.Remove(2);
        Assert.True(Key.Same(dictionary, new() { [1] = "a" }));
    }

    [Fact]
    public void A_users_own_collections_count_with_their_own_fields()
    {
        Assert.True(Key.Same(new Basket { 1, 2 }, new Basket { 1, 2 }));
        Assert.False(Key.Same(new Basket { 1, 2 }, new Basket { 1, 3 }));
        Assert.False(Key.Same(new Basket { 1, 2 }, new Basket { Owner = "Ada", Capacity = 9 }));
        Assert.True(Key.Same(new Bag(1, 2), new Bag(1, 2)));
        Assert.False(Key.Same(new Bag(1, 2), new Bag(1, 3)));
    }

    [Fact]
    [Trait("case", "101")]
    public void A_collection_class_of_a_script_counts_too()
    {
        Assert.True(Key.Same(new ScriptBasket { 1 }, new ScriptBasket { 1 }));
        Assert.False(Key.Same(new ScriptBasket { 1 }, new ScriptBasket { 2 }));
        Assert.False(Key.Same(new ScriptBasket { 1 }, new ScriptBasket { Owner = "Ada" }));
    }

    [Fact]
    [Trait("case", "101")]
    public void No_segment_is_not_an_empty_one()
    {
        Assert.True(Key.Same(default(ArraySegment<int>), default));
        Assert.False(Key.Same(default(ArraySegment<int>), ArraySegment<int>.Empty));
        Assert.True(Key.Same(new ArraySegment<int>([1, 2, 3], 1, 2), new ArraySegment<int>([2, 3])));
    }

    [Fact]
    [Trait("case", "107")]
    public void The_order_of_items_that_differ_only_deep_inside_plays_no_part()
    {
        object?[] items = [.. Enumerable.Range(0, 5).Select(number => new object?[] { new object?[] { new object?[] { number } } })];
        Assert.True(Key.Same(new HashSet<object?>(items), new HashSet<object?>(items.Reverse())));
        Assert.True(Key.Same(
            items.ToDictionary(item => item!, _ => 1), items.Reverse().ToDictionary(item => item!, _ => 1)));
        Assert.False(Key.Same(new HashSet<object?>(items), new HashSet<object?>(items.Skip(1))));
    }

    [Fact]
    [Trait("case", "101")]
    public void Sets_that_hold_each_other_come_to_an_end()
    {
        Assert.True(Key.Same(Pair(), Pair()));

        static HashSet<object> Pair()
        {
            var (left, right) = (new HashSet<object>(), new HashSet<object>());
            left.UnionWith([new object[] { right }, new object[] { left }, new object[] { new object[] { right } }]);
            right.UnionWith([new object[] { left }, new object[] { right }]);
            return left;
        }
    }

    [Fact]
    [Trait("case", "101")]
    public void Arrays_count_by_rank_and_bounds()
    {
        Array[] all =
        [
            new int[2], new int[1, 2], new int[2, 1], new int[1, 1, 2], Array.CreateInstance(typeof(int), [2], [1]),
            Array.CreateInstance(typeof(int), [2], [2]), Array.CreateInstance(typeof(int), [1, 2], [0, 1]), new uint[2], new object[2], new int?[2],
        ];
        Assert.Equal(all.Length, all.Select(Key.Of<object>).Distinct().Count());
        Assert.True(Key.Same<object>(Array.CreateInstance(typeof(int), [2], [1]), Array.CreateInstance(typeof(int), [2], [1])));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40_000)]
    [InlineData(1_000_000)]
    public void Every_item_of_an_array_counts(int length)
    {
        var values = Enumerable.Range(0, length).Select(number => (double)number).ToArray();
        Assert.True(Key.Same(values, [.. values]));
        foreach (var at in (int[])[0, length / 2, length - 1])
        {
            var changed = values.ToArray();
            changed[at] = -changed[at] - 1;
            Assert.False(Key.Same(values, changed));
            Assert.False(Key.Same(values.ToList(), [.. changed]));
        }

        Assert.False(Key.Same(values, values[..^1]));
    }
}
