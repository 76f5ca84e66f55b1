using Refrain.CompilerServices;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
public class ObjectKeyTests
{
    public class Link
    {
        public int Value { get; set; }

        public Link? Next { get; set; }
    }

    public class Options(string name)
    {
        private int _retries;

        public string Name => name;

        public object? Extra { get; set; }

        public Options Retrying(int times)
        {
            _retries = times;
            return this;
        }
    }

    public record Outer(Inner Inner);

    public record Inner(int Value);

    public record Other(int Value);

    public sealed record Derived(int Value) : Inner(Value);

    private static class First
    {
        internal sealed record Same(int Value);
    }

    private static class Second
    {
        internal sealed record Same(int Value);
    }

    [Fact]
    [Trait("case", "104")]
    public void Plain_classes_count_by_all_their_fields()
    {
        Assert.True(Key.Same(new Options("a").Retrying(1), new Options("a").Retrying(1)));
        Assert.False(Key.Same(new Options("a").Retrying(1), new Options("a").Retrying(2)));
        Assert.False(Key.Same(new Options("a"), new Options("b")));
        Assert.False(Key.Same(new Options("a") { Extra = 1 }, new Options("a") { Extra = 1L }));
    }

    [Fact]
    [Trait("case", "107")]
    public void Types_count_by_their_full_name()
    {
        Assert.False(Key.Same<object>(new Inner(1), new Other(1)));
        Assert.False(Key.Same<object>(new First.Same(1), new Second.Same(1)));
        Assert.False(Key.Same(new Outer(new Inner(1)), new Outer(new Derived(1))));
        Assert.True(Key.Same(new Outer(new Inner(1)), new Outer(new Inner(1))));
    }

    [Fact]
    [Trait("case", "101")]
    public void Cycles_are_fine()
    {
        Assert.True(Key.Same(Ring(3), Ring(3)));
        Assert.False(Key.Same(Ring(3), Ring(4)));
        var list = new List<object>();
        list.Add(list);
        var same = new List<object>();
        same.Add(same);
        Assert.True(Key.Same(list, same));
        Assert.False(Key.Same(list, [new List<object>()]));
    }

    [Fact]
    [Trait("case", "101")]
    public void Where_a_cycle_leads_counts()
    {
        var (first, second) = (new Link { Value = 1 }, new Link { Value = 1 });
        (first.Next, second.Next) = (second, first);
        var loop = new Link { Value = 1, Next = new Link { Value = 1 } };
        loop.Next.Next = loop.Next;
        Assert.False(Key.Same(first, loop));
    }

    [Fact]
    public void A_long_chain_does_not_exhaust_the_stack()
    {
        Assert.True(Key.Same(Chain(200_000), Chain(200_000)));
        Assert.False(Key.Same(Chain(200_000), Chain(199_999)));
        var changed = Chain(200_000);
        changed.Next!.Next!.Next!.Value = -1;
        Assert.False(Key.Same(Chain(200_000), changed));
    }

    [Fact]
    public void A_part_that_is_there_twice_is_equal_to_two_equal_parts()
    {
        var part = new List<int> { 1 };
        Assert.True(Key.Same(new[] { part, part }, [part, [1]]));
        var inner = new Inner(1);
        Assert.True(Key.Same(new Dictionary<string, Inner> { ["a"] = inner, ["b"] = inner }, new() { ["a"] = inner, ["b"] = new(1) }));
    }

    [Fact]
    public void Much_sharing_costs_no_more_than_the_objects_there_are()
    {
        object[] layer = [1];
        for (var depth = 0; depth < 200; depth++)
            layer = [layer, layer];
        Assert.True(Key.Same(layer, layer));
    }

    [Fact]
    [Trait("case", "9")]
    [Trait("row", "D5")]
    public void A_parameter_that_is_not_keyed_plays_no_part()
    {
        var one = Call(1, () => { }, 2);
        Assert.Equal(one, Call(1, () => Assert.Fail("never called"), 2));
        Assert.NotEqual(one, Call(1, () => { }, 3));
        Assert.NotEqual(one, Call(2, () => { }, 2));

        static Refrain.Caching.Keys.KeyDigest Call(int first, Action second, int third) => KeyEncoder.Digest(
            new("Load", "Load", ["first", "_second", "third"]),
            new Args<Keyed<int>, Unkeyed<Action>, Keyed<int>>(new(first), new(second), new(third)));
    }

    [Fact]
    [Trait("case", "10")]
    public void Each_argument_counts_by_its_place()
    {
        Assert.NotEqual(Call([1], [2]), Call([2], [1]));
        Assert.NotEqual(Call([1, 2], []), Call([1], [2]));

        static Refrain.Caching.Keys.KeyDigest Call(int[] first, int[] second) => KeyEncoder.Digest(
            Key.Load with { Parameters = ["first", "second"] }, new Args<Keyed<int[]>, Keyed<int[]>>(new(first), new(second)));
    }

    private static Link Chain(int length)
    {
        Link? chain = null;
        while (length-- > 0)
            chain = new Link { Value = length, Next = chain };
        return chain!;
    }

    private static Link Ring(int length)
    {
        var first = Chain(length);
        var last = first;
        while (last.Next != null)
            last = last.Next;
        last.Next = first;
        return first;
    }
}
