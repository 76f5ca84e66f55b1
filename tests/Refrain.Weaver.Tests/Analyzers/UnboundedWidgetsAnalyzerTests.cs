using Microsoft.CodeAnalysis;

namespace Refrain.Weaver.Tests.Analyzers;

public class UnboundedWidgetsAnalyzerTests
{
    [Fact, Trait("row", "E3")]
    public async Task Widgets_without_a_limit_are_warned_of() => Assert.Equal(
        new Advice(
            "RFN0700",
            "The cached function 'F' has AllowWidgets = true and no limit: every combination of its widgets' values is an entry that is kept. Add MaxEntries or MaxSize.",
            "AllowWidgets = true",
            DiagnosticSeverity.Warning),
        await Advice.OneOnAsync("class C { [CacheData(Ttl = \"1h\", AllowWidgets = true)] static int F() => 1; }"));

    [Theory]
    [InlineData("AllowWidgets = true, MaxEntries = 20")]
    [InlineData("AllowWidgets = true, MaxSize = \"1GB\"")]
    [InlineData("AllowWidgets = false")]
    [InlineData("Ttl = \"1h\"")]
    public async Task Others_are_not(string options) => Assert.Empty(await Advice.OnAsync($"class C {{ [CacheData({options})] static int F() => 1; }}"));
}
