using Refrain.Weaver.Tests.Compiling;
using Refrain.Weaver.Warming;

namespace Refrain.Weaver.Tests.Warming;

public class SampleAssemblyTests
{
    [Fact]
    public void What_the_weaver_warms_by_is_woven_and_written_with_its_symbols()
    {
        var woven = AssemblyWeaver.Weave(SampleAssembly.Make(SourceProgram.ReferencePaths));

        Assert.Empty(woven.Diagnostics);
        Assert.True(woven.Changed);
        Assert.NotNull(woven.Symbols);
    }

    [Fact]
    public void References_that_are_not_there_are_left_for_the_weaving_to_tell() => WarmUp.Run(["/no/Refrain.Caching.dll"]);
}
