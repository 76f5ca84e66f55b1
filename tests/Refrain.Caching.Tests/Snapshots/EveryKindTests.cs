using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Tests.Keys;
using Refrain.Caching.Values;

namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B3")]
[Trait("row", "B4")]
[Trait("case", "7")]
public class EveryKindTests
{
    public interface ICounter
    {
        void Count();
    }

    public record struct Counter(int Number) : ICounter
    {
        public void Count() => Number++;
    }

    public static TheoryData<string> Names => [.. Kinds.All.Select(kind => kind.Key)];

    public static TheoryData<string> Walked => [.. Kinds.Collections.Keys.Concat(Kinds.Objects.Keys)];

    public static TheoryData<string> Platforms => [.. Kinds.Platforms.Keys];

    [Fact]
    public void No_kind_of_collection_is_forgotten()
    {
        var known = (IDictionary)typeof(Collections).GetField("Kinds", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        Assert.Empty(known.Keys.Cast<Type>().Select(type => type.Name.Split('`')[0]).Except(Kinds.Collections.Keys));
    }

    [Theory]
    [MemberData(nameof(Walked))]
    public void Whatever_is_changed_in_a_copy_reaches_nobody(string kind)
    {
        var value = Make(kind, 3);
        var expected = Key.Of(Make(kind, 3));
        var frozen = Graph.Freeze(value);
        Vandal.Ruin(value);
        var (ruined, kept) = (frozen.HandOut(), frozen.HandOut());
        Assert.Equal(value.GetType(), kept.GetType());
        Vandal.Ruin(ruined);
        Assert.Equal(expected, Key.Of(kept));
        Assert.Equal(expected, Key.Of(frozen.HandOut()));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Whatever_is_changed_in_a_copy_of_a_type_of_the_platform_reaches_nobody(string kind)
    {
        var (value, change) = (Make(kind, 3), Kinds.Platforms[kind].Change);
        var expected = Key.Of(value);
        var frozen = Graph.Freeze(new List<object> { value });
        change(value);
        Assert.NotEqual(expected, Key.Of(value));
        var (changed, kept) = (frozen.HandOut()[0], frozen.HandOut()[0]);
        change(changed);
        Assert.Equal(expected, Key.Of(kept));
        Assert.Equal(expected, Key.Of(frozen.HandOut()[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_master_is_copied_by_many_threads_at_once(string kind)
    {
        var value = Make(kind, 20);
        var expected = Key.Of(value);
        var frozen = Graph.Freeze(value);
        Assert.All(Together.Run(4, frozen.HandOut), copy => Assert.Equal(expected, Key.Of(copy)));
    }

    /// <summary>A parsed tree is not in it: its copies share the text, of which the master's size is a multiple.</summary>
    public static TheoryData<string> Measured => [.. Kinds.All.Select(kind => kind.Key).Where(kind => kind != "parsed JsonObject")];

    [Theory]
    [MemberData(nameof(Measured))]
    [Trait("row", "D3")]
    public void A_size_is_near_what_a_copy_takes(string kind)
    {
        var frozen = Graph.Freeze(Make(kind, 1000));
        frozen.HandOut();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var copy = frozen.HandOut();
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(copy);
        Assert.InRange(frozen.Size / (double)Math.Max(taken, 200), 0.3, 3);
    }

    [Fact]
    public void A_structure_in_a_box_that_can_be_changed_is_copied()
    {
        foreach (var value in (object[])[new List<ICounter> { new Counter(1) }, new object[] { new Counter(1) }, Tuple.Create<object>(new Counter(1))])
        {
            var expected = Key.Of(value);
            var frozen = Graph.Freeze(value);
            Count(value);
            Count(frozen.HandOut());
            Assert.Equal(expected, Key.Of(frozen.HandOut()));
        }

        static void Count(object value) => ((ICounter)(value is IList list ? list[0] : ((Tuple<object>)value).Item1)!).Count();
    }

    [Fact]
    public void A_parsed_tree_is_read_by_many_threads_at_once()
    {
        for (var time = 0; time < 20; time++)
        {
            var frozen = Graph.Freeze<JsonNode>(JsonNode.Parse("""{"a":{"b":[1,{"c":2}]},"d":[[3]]}""")!);
            Assert.All(Together.Run(4, () => frozen.HandOut()["a"]!["b"]![1]!["c"]!.GetValue<int>()), number => Assert.Equal(2, number));
        }
    }

    private static object Make(string kind, int count) => Kinds.All.Single(each => each.Key == kind).Value(count);
}
