using System.Globalization;
using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>explore</c>: a slow load, cached, under a slider.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ExploreScenario(ChromiumFixture chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Speed = "At least this fast, in knots";
    private const string LoadedOnce = "Loaded 1 time(s) since this script was saved.";

    private Tool _tool = null!;

    public async Task InitializeAsync() => _tool = await Tool.RunAsync(Repository.Sample("explore"));

    public async Task DisposeAsync() => await _tool.DisposeAsync();

    [Fact]
    [Trait("row", "D4")]
    public async Task The_first_load_names_its_function_in_a_spinner_and_then_come_charts_and_grid()
    {
        await using var ada = await chromium.VisitAsync(_tool.Address, before: Statuses.Remember);

        await ada.SeesAsync("All of them");
        await ada.RestsAsync();

        Assert.Contains(await Statuses.SeenAsync(ada.Page), said => said.Contains("Running LoadStrikes(", StringComparison.Ordinal));
        await Expect(ada.Charts).ToHaveCountAsync(3);
        for (var chart = 0; chart < 3; chart++)
            await ada.Charts.Nth(chart).IsDrawnAsync();
        await Expect(ada.Grid).ToHaveAttributeAsync("aria-rowcount", await RowsAndHeaderAsync(ada));
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    [Trait("row", "B1")]
    [Trait("time", "measured")]
    public async Task Moves_of_the_slider_reach_the_screen_within_100_ms_because_the_load_is_a_hit()
    {
        await using var ada = await chromium.VisitAsync(_tool.Address, before: MoveClock.Script);
        await ada.Charts.Last.IsDrawnAsync();
        await ada.RestsAsync();
        await ada.Slider(Speed).FocusAsync();

        // Whatever else the machine does can only slow a round down, so the quickest round is the page's own pace.
        var medians = new List<double>();
        do
        {
            medians.Add(await MedianOfTwentyMovesAsync(ada));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From input to repaint: median {medians[^1]:F1} ms"));
        }
        while (medians[^1] >= 100 && medians.Count < 10);

        Assert.InRange(medians.Min(), 0, 100);
        await Expect(ada.Page.GetByText(LoadedOnce)).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("row", "A2")]
    public async Task A_second_visitor_sees_the_data_without_a_second_load()
    {
        await using var ada = await chromium.VisitAsync(_tool.Address);
        await ada.SeesAsync("All of them");
        await ada.RestsAsync();

        await using var ben = await chromium.VisitAsync(_tool.Address, before: Statuses.Remember);
        await ben.SeesAsync("All of them");
        await ben.RestsAsync();

        await Expect(ben.Page.GetByText(LoadedOnce)).ToBeVisibleAsync();
        Assert.DoesNotContain(await Statuses.SeenAsync(ben.Page), said => said.Contains("LoadStrikes", StringComparison.Ordinal));
        Assert.Equal(await ada.Metric("Strikes").TextContentAsync(), await ben.Metric("Strikes").TextContentAsync());
    }

    [Fact]
    [Trait("row", "A2")]
    public async Task Each_visitor_has_a_slider_of_their_own()
    {
        await using var ada = await chromium.VisitAsync(_tool.Address);
        await using var ben = await chromium.VisitAsync(_tool.Address);
        await ben.SeesAsync("All of them");
        var before = await ben.Metric("Strikes").TextContentAsync();

        await ada.SeesAsync("All of them");
        await ada.Slider(Speed).PressAsync("End");

        await Expect(ada.Metric("Strikes")).Not.ToHaveTextAsync(before!);
        await Expect(ben.Metric("Strikes")).ToHaveTextAsync(before!);
        await Expect(ben.Slider(Speed)).ToHaveAttributeAsync("aria-valuenow", "100");
    }

    [Fact]
    [Trait("row", "F3")]
    public async Task The_grid_scrolls_to_its_last_row()
    {
        await using var ada = await chromium.VisitAsync(_tool.Address);
        await ada.SeesAsync("All of them");
        await ada.RestsAsync();
        var last = await RowsAndHeaderAsync(ada);
        await ada.Grid.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        await ada.Kind("dataFrame").Locator("canvas").First.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Control+End");

        var row = ada.Grid.Locator($"[role=row][aria-rowindex='{last}']");
        await Expect(row).ToBeAttachedAsync();
        await Expect(row.Locator("[role=gridcell]").Nth(1)).Not.ToHaveTextAsync("");
    }

    private static async Task<string> RowsAndHeaderAsync(Visitor visitor)
    {
        var strikes = int.Parse((await visitor.Metric("Strikes").TextContentAsync())!, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return (strikes + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<double> MedianOfTwentyMovesAsync(Visitor visitor)
    {
        var times = new List<double>();
        for (var move = 0; move < 20; move++)
        {
            // To and fro, so that each move changes what is shown.
            await MoveClock.StartAsync(visitor.Page);
            await visitor.Page.Keyboard.PressAsync(move % 2 == 0 ? "ArrowRight" : "ArrowLeft");
            times.Add(await MoveClock.StopAsync(visitor.Page));
        }

        times.Sort();
        return (times[9] + times[10]) / 2;
    }
}
