using System.Text.RegularExpressions;

namespace Refrain.Tests.Docs;

/// <summary>Every script that the guide to caching shows runs as a page, again and again.</summary>
public sealed partial class CachingGuideTests : IDisposable
{
    /// <summary>Programs without a page are tested where their hosts are.</summary>
    private static readonly string[] Elsewhere = ["Without a page", "Without attributes"];

    private readonly string _folder = Directory.CreateTempSubdirectory("refrain-guide-").FullName;

    /// <summary>Where each script stands, and what it shows in the end.</summary>
    public static TheoryData<string, int, string> Scripts => new()
    {
        { "The first attribute", 0, "16666667" },
        { "What is the key", 0, "5" },
        { "What is the key", 1, "news" },
        { "A value of your own", 0, "2" },
        { "One object for everyone", 0, "https://example.org/" },
        { "One object for everyone", 1, "1" },
        { "Limits", 0, "42.0" },
        { "Across restarts", 0, "the quick brown fox" },
        { "Clearing", 0, "1 0" },
        { "Drawing inside", 0, "Report 2026 All is well." },
        { "Drawing inside", 1, "Rides on Monday at 17" },
        { "Looking inside", 0, "argument x changed" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_runs_again_and_again_and_shows_what_it_says(string section, int place, string shown)
    {
        var path = Path.Combine(_folder, "guide.cs");
        await File.WriteAllTextAsync(path, Scripted(section)[place]);
        await using var app = await AppTest.FromFileAsync(path);
        for (var run = 0; run < 3; run++)
        {
            await app.RunAsync();
            Assert.Null(app.Exception);
            if (run == 0 || section != "Looking inside")
                Assert.Contains(shown, Text(app), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_script_is_overlooked() =>
        Assert.Equal(
            Sections().Where(section => !Elsewhere.Contains(section)).Sum(section => Scripted(section).Length),
            Scripts.Count);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(AppTest app) =>
        string.Join(' ', app.Browser.Read(page => page.Under("main").Select(node => new ElementView(node).Text).ToArray()));

    private static IEnumerable<string> Sections() =>
        Heading().Matches(Guide()).Select(match => match.Groups[1].Value);

    private static string[] Scripted(string section)
    {
        var after = Guide().Split($"\n## {section}\n")[1];
        return [.. Fence().Matches(after.Split("\n## ")[0]).Select(match => match.Groups[1].Value)];
    }

    private static string Guide() => File.ReadAllText(RepositoryRoot.PathTo("docs/caching.md"));

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
