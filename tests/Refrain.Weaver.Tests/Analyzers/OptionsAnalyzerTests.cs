using Microsoft.CodeAnalysis;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

/// <summary>Options that make no sense are errors of the compiler, with the words of the cache itself.</summary>
public class OptionsAnalyzerTests
{
    private const string Duration = "write it as \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23)";

    private const string Size = "write it as \"64KB\", \"512MB\" or \"1.5GB\"";

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "Ttl = \"1h\", TtlSeconds = 3600", "RFN0140", "TtlSeconds = 3600", "has both Ttl and TtlSeconds; keep one of them" },
        { "ShowSpinner = false, Spinner = \"Loading\"", "RFN0141", "Spinner = \"Loading\"", "has a Spinner text and ShowSpinner = false; remove one of them" },
        { "MaxEntries = 0", "RFN0142", "MaxEntries = 0", "has MaxEntries = 0; it must be 1 or more, or left out for no limit" },
        { "MaxEntries = -5", "RFN0142", "MaxEntries = -5", "has MaxEntries = -5; it must be 1 or more, or left out for no limit" },
        { "TtlSeconds = -1", "RFN0143", "TtlSeconds = -1", "has TtlSeconds = -1; it must be 0 or more seconds" },
        { "TtlSeconds = -0.5", "RFN0143", "TtlSeconds = -0.5", "has TtlSeconds = -0.5; it must be 0 or more seconds" },
        { "TtlSeconds = double.PositiveInfinity", "RFN0143", "TtlSeconds = double.PositiveInfinity", "has TtlSeconds = Infinity; it must be 0 or more seconds" },
        { "Ttl = \"90\"", "RFN0144", "Ttl = \"90\"", $"has Ttl = \"90\", which is no duration; {Duration}" },
        { "Ttl = \"24:00:00\"", "RFN0144", "Ttl = \"24:00:00\"", $"has Ttl = \"24:00:00\", which is no duration; {Duration}" },
        { "Ttl = \"3 weeks\"", "RFN0144", "Ttl = \"3 weeks\"", $"has Ttl = \"3 weeks\", which is no duration; {Duration}" },
        { "Ttl = \"1h\", StaleFor = \"\"", "RFN0144", "StaleFor = \"\"", $"has StaleFor = \"\", which is no duration; {Duration}" },
        { "MaxSize = \"much\"", "RFN0145", "MaxSize = \"much\"", $"has MaxSize = \"much\", which is no size; {Size}" },
        { "MaxSize = \"512\"", "RFN0145", "MaxSize = \"512\"", $"has MaxSize = \"512\", which is no size; {Size}" },
        { "MaxSize = \"0MB\"", "RFN0146", "MaxSize = \"0MB\"", "has MaxSize = \"0MB\"; it must be more than nothing, or left out for no limit" },
    };

    [Theory, MemberData(nameof(Wrong)), Trait("case", "41"), Trait("case", "94"), Trait("row", "D1"), Trait("row", "D2")]
    public async Task A_wrong_option_is_an_error_at_its_place(string options, string id, string place, string says)
    {
        foreach (var kind in new[] { "CacheData", "CacheResource" })
            Assert.Equal(new Advice(id, $"The cached function 'F' {says}", place, DiagnosticSeverity.Error), await Advice.OneOnAsync(Source(kind, options)));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void The_cache_says_the_same_at_run_time(string options, string id, string place, string says)
    {
        using var program = WovenProgram.Of(Source("CacheData", options));
        var error = Assert.Throws<CacheOptionException>(() => program.Call("Go"));
        Assert.Equal($"{id}: The cached function 'F' {says}.", error.Message);
        Assert.Contains(error.Option!, place, StringComparison.Ordinal);
    }

    [Fact, Trait("row", "D9")]
    public async Task What_never_becomes_stale_is_warned_of_and_no_more_since_the_program_may_set_a_ttl_for_all()
    {
        const string Options = "StaleFor = \"10m\"";
        Assert.Equal(
            new Advice(
                "RFN0706",
                "The cached function 'F' has StaleFor, but no Ttl after which an entry is stale. Write also Ttl = \"1h\", or remove StaleFor.",
                Options,
                DiagnosticSeverity.Warning),
            await Advice.OneOnAsync(Source("CacheData", Options)));
        using var program = WovenProgram.Of(Source("CacheData", Options));
        Assert.NotNull(program.Call("Go"));
    }

    [Theory, Trait("row", "D1")]
    [InlineData("Ttl = \"1h\", StaleFor = \"10m\"")]
    [InlineData("Ttl = \"23:59:59\"")]
    [InlineData("TtlSeconds = 3600")]
    [InlineData("TtlSeconds = 60, StaleFor = \"1d\"")]
    [InlineData("TtlSeconds = double.NaN, Ttl = \"1h30m\"")]
    [InlineData("Ttl = Texts.Ttl + \"30m\", MaxEntries = Texts.Entries")]
    [InlineData("Ttl = null, MaxSize = \"1.5GB\", MaxEntries = 1")]
    [InlineData("ShowSpinner = false, Spinner = null")]
    [InlineData("ShowSpinner = true, Spinner = \"Loading\", Tags = new[] { \"a\" }")]
    public async Task A_right_option_is_left_alone_by_both(string options)
    {
        var source = Source("CacheData", options) + " static class Texts { public const string Ttl = \"1h\"; public const int Entries = 5; }";
        Assert.Empty(await Advice.OnAsync(source));
        using var program = WovenProgram.Of(source);
        Assert.NotNull(program.Call("Go"));
    }

    [Theory]
    [InlineData("F(); [CacheData(MaxEntries = 0)] static int F() => 1;", "F")]
    [InlineData("var f = [CacheData(MaxEntries = 0)] static int () => 1;", "lambda")]
    [InlineData("class C { [Obsolete, CacheData(MaxEntries = 0)] int F() => 1; }", "F")]
    [InlineData("class C { [Both(MaxEntries = 0)] int F() => 1; }", "F")]
    [InlineData("interface I { int F(); } class C : I { [CacheData(MaxEntries = 0)] int I.F() => 1; }", "I.F")]
    public async Task Every_kind_of_function_is_looked_at(string source, string name)
    {
        var advice = await Advice.OneOnAsync("using Both = Refrain.CacheDataAttribute; " + source);
        Assert.Equal(("RFN0142", $"The cached function '{name}' has MaxEntries = 0; it must be 1 or more, or left out for no limit"), (advice.Id, advice.Message));
    }

    [Fact]
    public async Task Each_of_several_mistakes_is_shown() =>
        Assert.Equal(["RFN0144", "RFN0140", "RFN0145"], (await Advice.OnAsync(Source("CacheData", "Ttl = \"x\", TtlSeconds = 1, MaxSize = \"x\""))).Select(each => each.Id));

    [Fact]
    public async Task Attributes_of_other_libraries_are_not_judged() => Assert.Empty(await Advice.OnAsync(
        "namespace Other { class CacheDataAttribute : Attribute { public int MaxEntries { get; set; } } class C { [Other.CacheData(MaxEntries = 0)] int F() => 1; } }"));

    private static string Source(string kind, string options) =>
        $"public static class Test {{ [{kind}({options})] static object F() => new(); public static object Go() => F(); }}";
}
