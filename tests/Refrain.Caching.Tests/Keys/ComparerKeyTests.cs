using System.Collections;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Refrain.Caching.Tests.Keys;

/// <summary>A comparer decides what a function finds and in which order, so it is content.</summary>
[Trait("row", "B2")]
[Trait("case", "107")]
public class ComparerKeyTests
{
    private static readonly StringComparer IgnoreCase = StringComparer.OrdinalIgnoreCase;

    [Fact]
    public void Sorted_by_code_is_not_sorted_by_culture()
    {
        Assert.False(Key.Same(new SortedSet<string> { "a", "B" }, new SortedSet<string>(StringComparer.Ordinal) { "a", "B" }));
        Assert.False(Key.Same(new SortedDictionary<string, int> { ["a"] = 1 }, new(StringComparer.Ordinal) { ["a"] = 1 }));
        Assert.False(Key.Same(new SortedList<string, int> { ["a"] = 1 }, new(StringComparer.Ordinal) { ["a"] = 1 }));
        Assert.False(Key.Same(ImmutableSortedSet.Create("a"), ImmutableSortedSet.Create<string>(StringComparer.Ordinal, "a")));
        Assert.False(Key.Same(new SortedSet<string>(IgnoreCase) { "a" }, new SortedSet<string>(StringComparer.Ordinal) { "a" }));
        Assert.True(Key.Same(new SortedSet<string>(Comparer<string>.Default) { "a" }, new SortedSet<string> { "a" }));
    }

    [Fact]
    public void A_read_only_view_has_the_comparer_of_what_it_shows()
    {
        Assert.False(Key.Same(View(new Dictionary<string, int>()), View(new Dictionary<string, int>(IgnoreCase))));
        Assert.True(Key.Same(View(new Dictionary<string, int>(IgnoreCase)), View(new Dictionary<string, int>(IgnoreCase))));
        Assert.False(Key.Same(View(View(new Dictionary<string, int>())), View(View(new Dictionary<string, int>(IgnoreCase)))));
        Assert.False(Key.Same(
            new ReadOnlySet<string>(new HashSet<string> { "a" }), new ReadOnlySet<string>(new HashSet<string>(IgnoreCase) { "a" })));
        Assert.False(Key.Same(View(new SortedDictionary<string, int>()), View(new SortedDictionary<string, int>(StringComparer.Ordinal))));

        static ReadOnlyDictionary<string, int> View(IDictionary<string, int> shown)
        {
            if (!shown.IsReadOnly)
                shown["a"] = 1;
            return new(shown);
        }
    }

    [Fact]
    public void A_hash_table_has_one_too()
    {
        Assert.False(Key.Same(new Hashtable { ["a"] = 1 }, new Hashtable(IgnoreCase) { ["a"] = 1 }));
        Assert.True(Key.Same(new Hashtable(IgnoreCase) { ["a"] = 1 }, new Hashtable(IgnoreCase) { ["a"] = 1 }));
    }

    [Fact]
    public void Values_may_have_one_as_well()
    {
        var usual = ImmutableDictionary.Create<string, string>().Add("a", "b");
        Assert.False(Key.Same(usual, usual.WithComparers(StringComparer.Ordinal, IgnoreCase)));
        Assert.False(Key.Same(usual, usual.WithComparers(IgnoreCase)));
        Assert.True(Key.Same(usual, usual.WithComparers(StringComparer.Ordinal, StringComparer.Ordinal)));
    }
}
