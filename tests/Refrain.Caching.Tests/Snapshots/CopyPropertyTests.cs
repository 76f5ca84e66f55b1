using FsCheck;
using FsCheck.Fluent;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B3")]
public class CopyPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void A_copy_is_equal_and_shares_nothing_that_can_change() =>
        Prop.ForAll(Seeds, seed =>
            {
                var value = RandomGraph.Build(seed);
                var frozen = Graph.Freeze(value);
                var (first, second) = (frozen.HandOut(), frozen.HandOut());
                Graph.AssertSharesNothing(value, first);
                Graph.AssertSharesNothing(first, second);
                return Key.Of(value) == Key.Of(first) && Key.Of(first) == Key.Of(second);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Whatever_a_caller_changes_in_a_copy_reaches_nobody() =>
        Prop.ForAll(Seeds, seed =>
            {
                var value = RandomGraph.Build(seed);
                var expected = Key.Of(value);
                var frozen = Graph.Freeze(value);
                Graph.Scramble(value);
                Graph.Scramble(frozen.HandOut());
                return Key.Of(frozen.HandOut()) == expected;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
