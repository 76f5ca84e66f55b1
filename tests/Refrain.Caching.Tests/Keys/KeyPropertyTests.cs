using FsCheck;
using FsCheck.Fluent;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
public class KeyPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Equal_content_gives_equal_keys() =>
        Prop.ForAll(Seeds, seed => Key.Same(RandomGraph.Build(seed), RandomGraph.Build(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_single_change_gives_another_key() =>
        Prop.ForAll(Seeds, Gen.Choose(0, 1_000_000).ToArbitrary(), (seed, choice) =>
            {
                var leaf = choice % Math.Max(1, RandomGraph.CountLeaves(seed));
                return RandomGraph.CountLeaves(seed) == 0 || !Key.Same(RandomGraph.Build(seed), RandomGraph.Build(seed, leaf));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Equal_arguments_of_any_kind_give_equal_keys() =>
        Prop.ForAll(Seeds, seed => Key.Same(RandomArgument.Build(seed), RandomArgument.Build(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_single_change_of_an_argument_of_any_kind_gives_another_key() =>
        Prop.ForAll(Seeds, seed => Enumerable.Range(0, RandomArgument.CountLeaves(seed))
                .All(leaf => !Key.Same(RandomArgument.Build(seed), RandomArgument.Build(seed, leaf))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Different_values_give_different_keys() =>
        Assert.Equal(
            Enumerable.Range(0, 2000).Select(seed => Key.StableOf(RandomGraph.Build(seed))).Distinct().Count(),
            Enumerable.Range(0, 2000).Select(seed => Key.Of(RandomGraph.Build(seed))).Distinct().Count());
}
