namespace Refrain.Weaver.Tests.PublicApi;

/// <summary>What the libraries offer is kept as text, so that a change of it is seen in review.</summary>
public class PublicApiTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [Theory]
    [InlineData("Refrain.Caching")]
    [InlineData("Refrain.Frames")]
    [InlineData("Refrain")]
    [InlineData("Refrain.Server")]
    [InlineData("Refrain.Testing")]
    public void What_a_library_offers_is_what_its_text_says(string library)
    {
        var file = RepositoryRoot.PathTo($"src/{library}/PublicApi.txt");
        var offered = ApiText.Of(RepositoryRoot.PathTo($"src/{library}/bin/{Configuration}/net10.0/{library}.dll"));
        if (Environment.GetEnvironmentVariable("REFRAIN_ACCEPT_API") == "1")
            File.WriteAllText(file, offered);

        var kept = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(
            kept == offered,
            $"""
            What {library} offers to others has changed:
            {string.Join('\n', Difference(kept.Split('\n'), offered.Split('\n')))}
            If that is meant, run eng/accept-api and commit src/{library}/PublicApi.txt.
            """);
    }

    [Fact]
    public void A_change_is_shown_line_by_line() =>
        Assert.Equal(["- static int F()", "+ static int F(int a)"], Difference(["class A", "static int F()"], ["class A", "static int F(int a)"]));

    private static IEnumerable<string> Difference(string[] kept, string[] offered) =>
        [.. kept.Except(offered).Select(line => $"- {line}"), .. offered.Except(kept).Select(line => $"+ {line}")];
}
