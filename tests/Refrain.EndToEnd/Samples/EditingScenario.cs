using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>A script is edited and saved while its page is open.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class EditingScenario(ChromiumFixture chromium)
{
    private const string Script =
        """
        Ui.Title("Sales");
        var region = Ui.TextInput("Region", "north");
        var years = Ui.Slider("Years", 1, 9, 1);
        Ui.Write($"{years} years of the {region}, in version one");
        """;

    [Fact]
    [Trait("row", "A3")]
    public async Task A_saved_edit_reruns_every_open_page_and_keeps_its_widget_values()
    {
        using var folder = new ScriptFolder(Script);
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await OpenAsync(tool);
        await using var ben = await chromium.VisitAsync(tool.Address);
        await ben.SeesAsync("1 years of the north, in version one");

        folder.Save(Script.Replace("version one", "version two", StringComparison.Ordinal));

        await ada.SeesAsync("3 years of the south, in version two");
        await ben.SeesAsync("1 years of the north, in version two");
        await ExpectValuesAsync(ada);
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task What_does_not_compile_is_told_over_the_old_page_until_it_is_mended()
    {
        using var folder = new ScriptFolder(Script);
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await OpenAsync(tool);

        folder.Save(Script.Replace("{region}", "{reigon}", StringComparison.Ordinal));

        var overlay = ada.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert, new() { Name = "page.cs does not compile; this is the page before the last save" });
        await Expect(overlay.Locator("li")).ToHaveCountAsync(1);
        await Expect(overlay).ToContainTextAsync("page.cs:4:34");
        await Expect(overlay).ToContainTextAsync("CS0103");
        await Expect(overlay).ToContainTextAsync("The name 'reigon' does not exist in the current context");
        await ada.SeesAsync("3 years of the south, in version one");

        folder.Save(Script.Replace("version one", "version two", StringComparison.Ordinal));

        await ada.SeesAsync("3 years of the south, in version two");
        await Expect(overlay).ToHaveCountAsync(0);
        await ExpectValuesAsync(ada);
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task A_script_that_never_compiled_says_so_and_its_page_comes_once_it_does()
    {
        using var folder = new ScriptFolder("Ui.Titel(\"Sales\");");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);

        var overlay = ada.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert, new() { Name = "page.cs does not compile" });
        await Expect(overlay).ToContainTextAsync("page.cs:1:4");
        await Expect(overlay).ToContainTextAsync("Titel");

        folder.Save(Script);

        await ada.SeesAsync("1 years of the north, in version one");
        await Expect(overlay).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task A_script_that_throws_recovers_when_it_is_mended()
    {
        using var folder = new ScriptFolder("""Ui.Title("Sales"); Ui.Write(int.Parse("twelve"));""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await Expect(ada.Exception).ToContainTextAsync("The input string 'twelve' was not in a correct format.");
        await Expect(ada.Exception.Locator("li")).ToHaveTextAsync(["the scriptpage.cs:1"]);

        folder.Save("""Ui.Title("Sales"); Ui.Write(int.Parse("12"));""");

        await ada.SeesAsync("12");
        await Expect(ada.Exception).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task A_missing_file_is_named_and_read_once_it_is_there()
    {
        using var folder = new ScriptFolder("");
        folder.Save(
            $$"""
            Ui.Button("Again");
            Ui.DataFrame(Load(@"{{folder.PathOf("sales.csv")}}"));

            [CacheData]
            static DataFrame Load(string path) => DataFrame.ReadCsv(path);
            """);
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await Expect(ada.Exception).ToContainTextAsync("sales.csv");

        File.WriteAllText(folder.PathOf("sales.csv"), "Region,Sales\nnorth,1\nsouth,2\n");
        await ada.Button("Again").ClickAsync();

        await Expect(ada.Grid).ToHaveAttributeAsync("aria-rowcount", "3");
        await Expect(ada.Exception).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "A3")]
    [Trait("row", "B2")]
    public async Task An_edit_beside_a_cached_function_keeps_its_entries_and_an_edit_in_it_does_not()
    {
        const string cached =
            """
            Ui.Write($"Counted {Count(20)}, before the edit");

            [CacheData]
            static string Count(int to) { Ui.Caption($"Ran to {to} in {DateTime.UtcNow.Ticks}"); return $"to {to}"; }
            """;
        using var folder = new ScriptFolder(cached);
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("Counted to 20, before the edit");
        var ran = (await ada.Kind("caption").TextContentAsync())!;

        folder.Save(cached.Replace("before the edit", "after the edit", StringComparison.Ordinal));
        await ada.SeesAsync("Counted to 20, after the edit");
        await Expect(ada.Kind("caption")).ToHaveTextAsync(ran);

        folder.Save(cached.Replace("before the edit", "after both", StringComparison.Ordinal).Replace("$\"to {to}\"", "$\"up to {to}\"", StringComparison.Ordinal));
        await ada.SeesAsync("Counted up to 20, after both");
        await Expect(ada.Kind("caption")).Not.ToHaveTextAsync(ran);
    }

    private async Task<Visitor> OpenAsync(Tool tool)
    {
        var visitor = await chromium.VisitAsync(tool.Address);
        await visitor.Input("Region").FillAsync("south");
        await visitor.Input("Region").PressAsync("Enter");
        await visitor.SeesAsync("1 years of the south, in version one");
        await visitor.Slider("Years").PressAsync("ArrowRight");
        await visitor.Slider("Years").PressAsync("ArrowRight");
        await visitor.SeesAsync("3 years of the south, in version one");
        await visitor.RestsAsync();
        return visitor;
    }

    private static async Task ExpectValuesAsync(Visitor visitor)
    {
        await Expect(visitor.Input("Region")).ToHaveValueAsync("south");
        await Expect(visitor.Slider("Years")).ToHaveAttributeAsync("aria-valuenow", "3");
    }
}
