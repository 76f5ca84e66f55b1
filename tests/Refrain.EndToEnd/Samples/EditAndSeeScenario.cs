using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>What of a page stays, and which functions run again, when its script is saved.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class EditAndSeeScenario(ChromiumFixture chromium)
{
    private const string Script =
        """
        var years = Ui.Slider("Years", 1, 9, 1);
        Ui.State["runs"] = Ui.State.GetOrAdd("runs", () => 0) + 1;
        Ui.Caption($"{Plain()} | {Helped()} | {Sold().Id}");
        Ui.Text($"{years} years, run {Ui.State["runs"]}, {Words.Greeting}");
        for (var i = 0; i < 80; i++)
            Ui.Text($"line {i}");

        // a comment

        [CacheData]
        static string Plain() => $"{Guid.NewGuid()}";

        [CacheData]
        static string Helped() => $"{Prefix()} {Guid.NewGuid()}";

        [CacheData]
        static Sale Sold() => new("one", Guid.NewGuid());

        static string Prefix() => "first";

        record Sale(string Name, Guid Id);
        """;

    [Fact]
    [Trait("row", "A3")]
    [Trait("row", "B2")]
    public async Task Each_save_runs_exactly_what_it_changed_and_moves_nothing()
    {
        using var folder = new ScriptFolder(Script);
        File.WriteAllText(folder.PathOf("words.cs"), """static class Words { public const string Greeting = "hello"; }""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.Slider("Years").PressAsync("ArrowRight");
        await ada.SeesAsync("2 years, run 2, hello");
        await ada.RestsAsync();
        await ada.Page.EvaluateAsync("window.scrollTo(0, 500)");
        var first = await ValuesAsync(ada);

        var text = Script.Replace("// a comment", "// another\n\n// comment", StringComparison.Ordinal);
        folder.Save(text);
        await SeesAsync(ada, "2 years, run 3, hello");
        Assert.Equal(first, await ValuesAsync(ada));

        File.WriteAllText(folder.PathOf("words.cs"), """static class Words { public const string Greeting = "good day"; }""");
        await SeesAsync(ada, "2 years, run 4, good day");
        Assert.Equal(first, await ValuesAsync(ada));

        folder.Save(text = text.Replace("\"first\"", "\"second\"", StringComparison.Ordinal));
        await SeesAsync(ada, "2 years, run 5, good day");
        var helped = await ValuesAsync(ada);
        Assert.Equal((first[0], first[2]), (helped[0], helped[2]));
        Assert.StartsWith("second ", helped[1], StringComparison.Ordinal);

        folder.Save(text.Replace("Guid Id);", "Guid Id) { public int Year { get; init; } }", StringComparison.Ordinal));
        await SeesAsync(ada, "2 years, run 6, good day");
        var sold = await ValuesAsync(ada);
        Assert.Equal((helped[0], helped[1]), (sold[0], sold[1]));
        Assert.NotEqual(helped[2], sold[2]);
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task A_line_for_a_package_is_followed_while_the_page_is_open()
    {
        using var folder = new ScriptFolder("""Ui.Text("without");""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("without");

        folder.Save("#:package FsCheck@3.6.0\nUi.Text(typeof(FsCheck.Config).Assembly.GetName().Name!);\n");

        await ada.SeesAsync("FsCheck");
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task What_is_wrong_in_a_file_beside_the_script_leads_to_its_line()
    {
        using var folder = new ScriptFolder("Ui.Text(Words.Greeting);");
        File.WriteAllText(folder.PathOf("words.cs"), """static class Words { public const string Greeting = "hello"; }""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("hello");

        File.WriteAllText(folder.PathOf("words.cs"), "static class Words\n{\n    public const string Greeting = 1;\n}\n");

        var overlay = ada.Page.GetByRole(AriaRole.Alert, new() { Name = "page.cs does not compile; this is the page before the last save" });
        await Expect(overlay).ToContainTextAsync("public const string Greeting = 1;");
        await Expect(overlay.GetByRole(AriaRole.Link, new() { Name = "words.cs:3:36" }))
            .ToHaveAttributeAsync("href", $"vscode://file{folder.PathOf("words.cs")}:3:36");

        File.WriteAllText(folder.PathOf("words.cs"), """static class Words { public const string Greeting = "good day"; }""");
        await ada.SeesAsync("good day");
        await Expect(overlay).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "F7")]
    public async Task A_folder_of_scripts_is_pages_with_one_navigation()
    {
        using var folder = new ScriptFolder("""Ui.Title("Orders"); Ui.Text(Words.Greeting);""");
        File.WriteAllText(folder.PathOf("home.cs"), """Ui.Title("Start"); Ui.Text(Words.Greeting);""");
        File.WriteAllText(folder.PathOf("words.cs"), """static class Words { public const string Greeting = "hello"; }""");
        await using var tool = await Tool.RunAsync(Path.GetDirectoryName(folder.Script)!);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await Expect(ada.Main.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Start");
        var links = ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link);
        await Expect(links).ToHaveTextAsync(["Home", "Page"]);

        await links.Nth(1).ClickAsync();

        await Expect(ada.Main.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Orders");
        await ada.SeesAsync("hello");
        await Expect(links.Nth(1)).ToHaveAttributeAsync("aria-current", "page");
    }

    private static async Task SeesAsync(Visitor visitor, string text)
    {
        await visitor.SeesAsync(text);
        await Expect(visitor.Slider("Years")).ToHaveAttributeAsync("aria-valuenow", "2");
        Assert.Equal(500, await visitor.Page.EvaluateAsync<double>("window.scrollY"));
    }

    private static async Task<string[]> ValuesAsync(Visitor visitor) => (await visitor.Kind("caption").TextContentAsync())!.Split(" | ");
}
