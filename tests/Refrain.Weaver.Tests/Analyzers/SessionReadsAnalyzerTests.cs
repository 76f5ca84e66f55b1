using Microsoft.CodeAnalysis;

namespace Refrain.Weaver.Tests.Analyzers;

public class SessionReadsAnalyzerTests
{
    [Theory]
    [InlineData("F(); [CacheData] static string? F() => Ui.User.Identity?.Name;", "Ui.User")]
    [InlineData("F(); [CacheResource] static object F() { var state = Ui.State; return state; }", "Ui.State")]
    [InlineData("class C { [CacheData(Scope = CacheScope.App)] int F() => Ui.State.GetOrAdd(\"a\", () => 1); }", "Ui.State")]
    [InlineData("class C { [CacheData] static async Task<int> F() { await Task.Yield(); return Ui.State.Get<int>(\"a\"); } }", "Ui.State")]
    [InlineData("class C { [CacheData] int F() => new[] { 1 }.Sum(n => n + Ui.State.Get<int>(\"a\")); }", "Ui.State")]
    [InlineData("class C { [CacheData] int F() { return Own(); int Own() => Ui.State.Get<int>(\"a\"); } }", "Ui.State")]
    [InlineData("class C { [CacheData(Scope = CacheScope.Session)] int G() { return F(); [CacheData] static int F() => Ui.State.Get<int>(\"a\"); } }", "Ui.State")]
    [InlineData("using static Refrain.Ui; class C { [CacheData] string? F() => User.Identity?.Name; }", "Ui.User")]
    public async Task What_belongs_to_one_person_is_warned_of_in_a_function_for_everyone(string source, string member)
    {
        var advice = await Advice.OneOnAsync(source);
        Assert.Equal(
            ("RFN0702",
            $"The cached function 'F' reads {member}, but its value is shared by everyone: one person's data must never be served to all. "
                + "Pass it as an argument, or use Scope = CacheScope.Session.",
            DiagnosticSeverity.Warning),
            (advice.Id, advice.Message, advice.Severity));
        Assert.EndsWith(member.Split('.')[1], advice.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F(Ui.User.Identity?.Name); [CacheData] static string? F(string? name) => name;")]
    [InlineData("class C { [CacheData(Scope = CacheScope.Session)] string? F() => Ui.User.Identity?.Name; }")]
    [InlineData("class C { [CacheData] int G() { return F(); [CacheData(Scope = CacheScope.Session)] static int F() => Ui.State.Get<int>(\"a\"); } }")]
    [InlineData("class C { [CacheData] string F() => nameof(Ui.State); }")]
    [InlineData("class C { [CacheData] string? F() => Ui.Configuration[\"a\"]; }")]
    [InlineData("class C { string? F() => Ui.User.Identity?.Name; }")]
    [InlineData("class Own { public static int State => 1; } class C { [CacheData] int F() => Own.State; }")]
    public async Task Others_are_not(string source) => Assert.Empty(await Advice.OnAsync(source));
}
