using Refrain.Cli.Gallery;

namespace Refrain.Server.Tests.Samples;

public sealed class SamplesTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private GalleryPages _pages = null!;

    public static TheoryData<string> Names => [.. GalleryFolder.Read(Folder).Samples.Select(sample => sample.Name)];

    private static string Folder => RepositoryRoot.PathTo("samples");

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(
        app => _pages = GalleryPages.Map(app, GalleryFolder.Read(Folder), watch: false), options => options.Development = true);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _pages.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_sample_compiles_and_draws_its_title(string name)
    {
        await using var page = await OpenAsync(name);

        await page.UntilAsync(() => page.Overlay is not null || page.Nodes.Values.Any(node => (string?)node["kind"] == "heading"));

        Assert.Null(page.Overlay);
        Assert.DoesNotContain("exception", Kinds(page));
    }

    [Fact]
    [Trait("row", "C5")]
    public async Task Two_users_share_the_resource_and_have_data_of_their_own()
    {
        await using var ada = await OpenAsync("two-users");
        await ada.UntilAsync(() => ada.RunState == "done");
        Assert.Equal(["l[0] is: 2", "l[0] is: 2"], Lists(ada));

        await using var bob = await OpenAsync("two-users");
        await bob.UntilAsync(() => bob.RunState == "done");
        Assert.Equal(["l[0] is: 3", "l[0] is: 2"], Lists(bob));

        await ada.ClickAsync(1, ada.Id("button"));
        Assert.Equal(["l[0] is: 4", "l[0] is: 2"], Lists(ada));
    }

    [Fact]
    [Trait("row", "C6")]
    public async Task A_column_dropped_from_a_shared_table_is_missed_and_from_a_copy_is_not()
    {
        await using var page = await OpenAsync("dropped-column");
        await page.UntilAsync(() => page.RunState == "done");
        await page.ClickAsync(1, Button(page, "Run again"));
        Assert.Equal("done", page.RunState);

        await page.InputAsync(2, page.Id("selectBox"), 1);
        Assert.Equal("done", page.RunState);

        await page.ClickAsync(3, Button(page, "Run again"));
        Assert.Equal("failed", page.RunState);
        Assert.Contains("no column named 'Lat'", (string)page.Node("exception")["props"]!["message"]!, StringComparison.Ordinal);

        await page.ClickAsync(4, Button(page, "Clear the cache"));
        Assert.Equal("done", page.RunState);
    }

    [Fact]
    [Trait("row", "E2")]
    public async Task What_a_cached_function_drew_is_there_on_a_hit()
    {
        await using var first = await OpenAsync("replay");
        await first.UntilAsync(() => first.RunState == "done");
        await using var second = await OpenAsync("replay");
        await second.UntilAsync(() => second.RunState == "done");

        foreach (var page in new[] { first, second })
        {
            Assert.Superset(new HashSet<string?> { "heading", "alert", "chart", "metric" }, Kinds(page).ToHashSet());
            Assert.Contains("The function ran 1 time(s).", (string)page.Nodes.Values.Last(node => (string?)node["kind"] == "caption")["props"]!["html"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Divide by nothing", "Attempted to divide by zero.")]
    [InlineData("Read a file that is not there", "missing.csv")]
    [InlineData("Read a malformed file", "malformed.csv")]
    [InlineData("Cache what cannot be copied", "[CacheResource]")]
    [InlineData("Cache a lazy sequence", ".ToList()")]
    [Trait("row", "A6")]
    public async Task An_error_says_what_happened_and_the_next_run_recovers(string button, string said)
    {
        await using var page = await OpenAsync("errors");
        await page.UntilAsync(() => page.RunState == "done");

        await page.ClickAsync(1, Button(page, button));
        Assert.Equal("failed", page.RunState);
        var error = page.Node("exception")["props"]!;
        Assert.Contains(said, (string)error["message"]!, StringComparison.Ordinal);
        Assert.All(error["frames"]!.AsArray(), frame => Assert.Equal("errors.cs", (string?)frame!["file"]));

        await page.ClickAsync(2, Button(page, "Do it right"));
        Assert.Equal("done", page.RunState);
        Assert.Contains("Each gets 25.", (string)page.Node("alert")["props"]!["html"]!, StringComparison.Ordinal);
    }

    private async Task<PageSocket> OpenAsync(string name)
    {
        var page = await _server.ConnectAsync(await _server.VisitAsync($"/{name}/"), $"/{name}");
        await page.SendAsync(new { type = "hello", session = (string?)null, frame = 0, query = "" });
        return page;
    }

    private static IEnumerable<string?> Kinds(PageSocket page) => page.Nodes.Values.Select(node => (string?)node["kind"]);

    private static string Button(PageSocket page, string label) =>
        (string)page.Nodes.Values.Single(node => (string?)node["kind"] == "button" && (string?)node["props"]!["label"] == label)["id"]!;

    private static IEnumerable<string> Lists(PageSocket page) => page.Nodes.Values
        .Where(node => (string?)node["kind"] == "markdown")
        .Select(node => ((string)node["props"]!["html"]!).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Trim())
        .Where(text => text.StartsWith("l[0]", StringComparison.Ordinal));
}
