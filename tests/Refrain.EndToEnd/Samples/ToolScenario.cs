using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>How <c>refrain run</c> begins and ends.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ToolScenario(ChromiumFixture chromium)
{
    [Fact]
    [Trait("row", "C4")]
    public async Task Control_C_ends_it_and_releases_resources()
    {
        using var folder = new ScriptFolder(
            """
            Ui.Text($"{args[0]} {Open().GetType().Name}");

            [CacheResource(OnRelease = nameof(Close))]
            static MemoryStream Open() => new();

            static void Close(MemoryStream stream) => Console.WriteLine("released");
            """);
        await using var tool = await Tool.RunAsync(folder.Script, "--", "hello");
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("hello MemoryStream");

        Assert.Equal(0, await tool.InterruptAsync());

        Assert.Contains("released", tool.Said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "A4")]
    public async Task A_script_that_never_returns_leaves_the_page_alive_and_Stop_and_Control_C_end_it()
    {
        using var folder = new ScriptFolder("""Ui.Title("Endless"); while (true) { }""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("Endless");

        await ada.Running.ClickAsync();
        await Expect(ada.Running).ToHaveCountAsync(0);

        Assert.Equal(0, await tool.InterruptAsync());
    }

    [Fact]
    public async Task A_script_that_exits_the_process_is_named_as_the_reason_and_its_code_is_kept()
    {
        using var folder = new ScriptFolder("""Ui.Title("Gone"); Environment.Exit(7);""");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address);

        Assert.Equal(7, await tool.ExitAsync());

        Assert.Contains(
            "RFN0646: The script ended the whole server by Environment.Exit(7). To end a run, call Ui.Stop() or return.", tool.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_on_request_and_no_colours_where_nobody_looks()
    {
        using var folder = new ScriptFolder("""Ui.Title("Hello");""");
        await using var plain = await Tool.RunAsync(folder.Script);
        await using var json = await Tool.RunAsync(folder.Script, "--json");

        Assert.Equal($"page.cs is at {plain.Address}", plain.Said.Split('\n')[0].TrimEnd());
        var line = System.Text.Json.JsonDocument.Parse(json.Said.Split('\n')[0]).RootElement;
        Assert.Equal($"page.cs is at {json.Address}", line.GetProperty("Message").GetString());
    }
}
