using Microsoft.CodeAnalysis.Diagnostics;
using Refrain.Analyzers;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

public class NoBodyAnalyzerTests
{
    [Theory]
    [InlineData("abstract class C\n{\n    [CacheData]\n    public abstract int F();\n}", "abstract", "the methods that implement it")]
    [InlineData("interface I\n{\n    [CacheResource]\n    public int F();\n}", "abstract", "the methods that implement it")]
    [InlineData("class C\n{\n    [CacheData, System.Runtime.InteropServices.DllImport(\"c\")]\n    static extern int F();\n}", "extern", "a method that calls it")]
    public async Task A_function_without_code_is_refused_at_its_place(string source, string kind, string remedy)
    {
        var diagnostic = Assert.Single(await DiagnosticsOf(source));
        Assert.Equal("RFN0017", diagnostic.Id);
        Assert.Equal(
            $"The function 'F' cannot be cached: it is {kind} and has no code of its own. Put the attribute on {remedy}.", diagnostic.GetMessage(null));
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("class C { [CacheData] int F() => 1; }")]
    [InlineData("abstract class C { [Obsolete] public abstract int F(); }")]
    public async Task Other_functions_are_left_alone(string source) => Assert.Empty(await DiagnosticsOf(source));

    private static async Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> DiagnosticsOf(string source) =>
        await new SourceProgram(source).Compilation().WithAnalyzers([new NoBodyAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
