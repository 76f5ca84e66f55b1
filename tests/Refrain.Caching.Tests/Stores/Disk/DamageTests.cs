using Refrain.Load.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>The short forms of what <c>bench/Refrain.Load</c> does at length.</summary>
[Trait("row", "B7")]
public class DamageTests
{
    [Fact]
    public void A_damaged_file_is_a_miss_or_read_as_it_was_stored() => Assert.Empty(Fuzz.Run(5000, seed: 1).Violations);

    [Fact]
    public void After_a_writer_was_killed_no_read_is_wrong_or_throws() => Assert.Empty(Crash.Run(20, seed: 1, typeof(DamageTests).Assembly).Violations);
}
