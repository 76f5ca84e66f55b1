using System.Net;
using System.Text.Json.Nodes;
using Refrain.Cli.Gallery;

namespace Refrain.Server.Tests.Cli;

public sealed class GalleryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_introduces_itself_by_the_comment_it_opens_with()
    {
        var script = GalleryScript.Read(_folder.Write("two-users.cs", """
            #:property PublishAot=false

            // Two users.
            // One list,
            // cached both ways.
            Ui.Title("x"); // not this
            """));

        Assert.Equal(("two-users", "Two users", "One list, cached both ways."), (script.Name, script.Title, script.Description));
        Assert.Equal("Open orders", GalleryScript.Read(_folder.Write("open-orders.cs", "Ui.Title(\"x\");")).Title);
    }

    [Fact]
    public void The_order_is_that_of_the_description_and_then_by_name()
    {
        foreach (var name in new[] { "a", "b", "c", "d" })
            _folder.Write($"{name}.cs", "");
        _folder.Write("gallery.json", """{ "title": "Mine", "intro": "All of them.", "order": ["c", "a"], "icons": { "c": "table" } }""");

        var gallery = GalleryFolder.Read(_folder.Path);

        Assert.Equal(("Mine", "All of them."), (gallery.Title, gallery.Intro));
        Assert.Equal(["c", "a", "b", "d"], gallery.Samples.Select(sample => sample.Name));
        Assert.Equal("table", gallery.Samples[0].Icon);
    }

    [Fact]
    public async Task Each_script_is_a_page_with_its_source_and_a_way_back()
    {
        var text = "// Hello\n// The smallest page.\nUi.Text(\"hello\");\n";
        _folder.Write("hello.cs", text);
        _folder.Write("gallery.json", """{ "title": "Mine" }""");
        GalleryPages? pages = null;
        await using var server = await TestServer.StartAsync(app => pages = GalleryPages.Map(app, GalleryFolder.Read(_folder.Path), watch: false));

        using var index = await server.GetAsync("/");
        using var hello = await server.GetAsync("/hello/");
        using var source = await server.GetAsync("/hello/_refrain/source");
        await using var page = await server.ConnectAsync(await server.VisitAsync("/hello/"), "/hello");
        await page.HelloAsync();

        Assert.Equal(
            """{"title":"Mine","base":"","development":false,"gallery":{"title":"Mine","intro":"","samples":[{"path":"/hello/","title":"Hello","description":"The smallest page."}]}}""",
            await ConfigAsync(index));
        Assert.Equal(
            """{"title":"Hello","base":"/hello","development":false,"source":{"name":"hello.cs"},"home":{"path":"/","title":"Mine"}}""",
            await ConfigAsync(hello));
        Assert.Equal(text, await source.Content.ReadAsStringAsync());
        Assert.Equal("hello", (string?)page.Node("text")["props"]!["text"]);
        await pages!.DisposeAsync();
    }

    [Fact]
    public async Task A_script_that_does_not_compile_shows_why_and_the_page_once_it_is_mended()
    {
        _folder.Write("broken.cs", "Ui.Text(\"old\");\nUi.Nothing();\n");
        GalleryPages? pages = null;
        await using var server = await TestServer.StartAsync(app => pages = GalleryPages.Map(app, GalleryFolder.Read(_folder.Path), watch: true));
        await using var page = await server.ConnectAsync(await server.VisitAsync("/broken/"), "/broken");

        await page.SendAsync(new { type = "hello", session = (string?)null, frame = 0, query = "" });
        await page.UntilAsync(() => page.Overlay is not null);
        Assert.Equal("broken.cs does not compile", (string?)page.Overlay!["title"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                [{"file":"broken.cs","line":2,"column":4,"id":"CS0117","message":"'Ui' does not contain a definition for 'Nothing'","text":"Ui.Nothing();",
                  "link":"vscode://file{{_folder["broken.cs"]}}:2:4"}]
                """),
            page.Overlay["diagnostics"]));

        _folder.Write("broken.cs", "Ui.Text(\"mended\");\n");
        await page.UntilAsync(() => page.Overlay is null && page.RunState == "done");
        Assert.Equal("mended", (string?)page.Node("text")["props"]!["text"]);

        _folder.Write("broken.cs", "Ui.Text(\"mended\"\n");
        await page.UntilAsync(() => page.Overlay is not null);
        Assert.Equal("broken.cs does not compile; this is the page before the last save", (string?)page.Overlay!["title"]);
        Assert.Equal("mended", (string?)page.Node("text")["props"]!["text"]);
        await pages!.DisposeAsync();
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task Versions_that_were_replaced_are_unloaded_though_pages_and_entries_live_on()
    {
        const string Script = """
            Ui.Text("version VERSION");
            Ui.Write(Load(1).Name);
            Ui.Write(new { Load(2).Name });

            [CacheData]
            static Sale Load(int number) => new($"sale {number}");

            record Sale(string Name);
            """;
        _folder.Write("unloading.cs", Script);
        GalleryPages? pages = null;
        await using var server = await TestServer.StartAsync(app => pages = GalleryPages.Map(app, GalleryFolder.Read(_folder.Path), watch: true));
        await using var page = await server.ConnectAsync(await server.VisitAsync("/unloading/"), "/unloading");
        await page.HelloAsync();

        const int Saves = 5;
        for (var version = 1; version <= Saves; version++)
        {
            _folder.Write("unloading.cs", Script.Replace("VERSION", $"{version}", StringComparison.Ordinal));
            await page.UntilAsync(() => (string?)page.Node("text")["props"]!["text"] == $"version {version}" && page.RunState == "done");
        }

        for (var i = 0; i < 50 && Loaded() > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal(1, Loaded());
        await pages!.DisposeAsync();

        static int Loaded() => System.Runtime.Loader.AssemblyLoadContext.All.Count(context => context.Name == "unloading");
    }

    private static async Task<string> ConfigAsync(HttpResponseMessage page)
    {
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        var start = html.IndexOf("id=\"refrain\">", StringComparison.Ordinal) + "id=\"refrain\">".Length;
        return html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)];
    }
}
