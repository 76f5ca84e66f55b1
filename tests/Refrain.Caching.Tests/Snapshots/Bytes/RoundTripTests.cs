using FsCheck;
using FsCheck.Fluent;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

[Trait("row", "D10")]
public class RoundTripTests
{
    [Fact]
    public void What_is_read_is_what_was_written_and_shares_nothing_that_can_change() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var value = TypedGraph.Build(seed);
                var stored = Stored.Of(value);
                var read = stored.Read<TypedGraph>();
                Graph.AssertSharesNothing(value, read);
                return Key.Of(value) == Key.Of(read) && stored.Hex == Stored.Of(read).Hex;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
