using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Functions;

/// <summary>What the docs show of the door is compiled and run.</summary>
public sealed partial class DoorDocsTests
{
    private const string Usings = "using System; using System.IO; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Refrain;\n";

    public static TheoryData<string> Shown =>
    [
        .. Fenced("docs/caching.md", "## Without attributes"),
        .. ((string[])["Cache.Doors.cs", "CacheDataOptions.cs", "CacheResourceOptions.cs"]).SelectMany(file => Documented($"src/Refrain.Caching/{file}")),
        .. Enumerable.Range(180, 6).Select(number => Fenced($"docs/errors/RFN0{number}.md", "\nwrite").Single()),
    ];

    public static TheoryData<string> Refused => [.. Enumerable.Range(180, 6).Select(number => $"RFN0{number}")];

    [Fact]
    public void Nothing_shown_is_overlooked() => Assert.Equal(12, Shown.Count);

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task An_example_runs(string code)
    {
        using var world = new CacheWorld();
        await RunAsync(code);
        Assert.NotEmpty(Cache.Inspect());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_wrong_throws_the_error_that_its_page_explains(string id)
    {
        using var world = new CacheWorld();
        var code = Fenced($"docs/errors/{id}.md", "Instead of")[0];
        var error = await Assert.ThrowsAnyAsync<CacheException>(() => RunAsync(code));
        Assert.Equal(id, error.Id);
    }

    private static async Task RunAsync(string code)
    {
        using var app = code.Contains("[CacheData]", StringComparison.Ordinal)
            ? CompiledCode.LoadWoven(Usings + code, OptimizationLevel.Release)
            : CompiledCode.Load(Usings + code, OptimizationLevel.Release);
        var program = app.Assembly.GetType("Program")!.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
        if (program.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null) is Task running)
            await running;
    }

    private static string[] Fenced(string path, string after)
    {
        var text = File.ReadAllText(RepositoryRoot.PathTo(path));
        var section = text[text.IndexOf(after, StringComparison.Ordinal)..];
        var end = section.IndexOf("\n## ", 1, StringComparison.Ordinal);
        return [.. Fence().Matches(end < 0 ? section : section[..end]).Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> Documented(string path) => Example()
        .Matches(File.ReadAllText(RepositoryRoot.PathTo(path)))
        .Select(match => match.Groups[1].Value.Replace("///", "", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<example><code>\n(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Example();
}
