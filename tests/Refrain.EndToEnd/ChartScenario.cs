using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class ChartScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task Charts_are_painted_and_described_and_tell_the_row_under_the_pointer()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("chart").GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        await Expect(ada.Kind("chart").GetByRole(AriaRole.Img).First).ToHaveAttributeAsync("aria-label", "Line chart of Visits by Month, 4 points, from 10 to 40");
        await ada.Charts.First.IsDrawnAsync();
        await ada.Charts.Last.IsDrawnAsync();

        await ada.Charts.First.HoverAsync(new() { Force = true });
        await Expect(ada.Kind("chart").First).ToContainTextAsync("Visits");
    }

    [Fact]
    [Trait("row", "F3")]
    public async Task A_stretch_that_is_dragged_shows_more_of_its_rows_and_a_double_click_all_again()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("charts"));
        var chart = ada.Kind("chart");
        await ada.Charts.First.IsDrawnAsync();
        await Expect(chart.GetByRole(AriaRole.Button, new() { Name = "Zoom in" })).ToBeAttachedAsync();
        await chart.ScrollIntoViewIfNeededAsync();
        var box = (await chart.BoundingBoxAsync())!;

        var stretch = await ada.Page.RunAndWaitForResponseAsync(
            async () =>
            {
                await ada.Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + 100);
                await ada.Page.Mouse.DownAsync();
                await ada.Page.Mouse.MoveAsync(box.X + (box.Width * 0.6f), box.Y + 120);
                await ada.Page.Mouse.UpAsync();
            },
            response => response.Url.Contains("/stretch?", StringComparison.Ordinal));

        // A tenth of 200,000 rows; the whole chart has some 400 of them.
        Assert.Matches("\"count\":3[0-9]{3},", System.Text.Encoding.Latin1.GetString(await stretch.BodyAsync()));
        await Expect(chart.GetByRole(AriaRole.Button, new() { Name = "Show all" })).ToBeVisibleAsync();

        await ada.Page.Mouse.DblClickAsync(box.X + (box.Width * 0.5f), box.Y + 100);
        await Expect(chart.GetByRole(AriaRole.Button, new() { Name = "Show all" })).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "F3")]
    public async Task Histograms_pies_and_maps_are_painted_and_described()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("charts"));

        await ada.Kind("histogram").Locator("canvas").IsDrawnAsync();
        await ada.Kind("map").Locator("canvas").IsDrawnAsync();
        await Expect(ada.Kind("pieChart").GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", "Pie chart of Value by Key: Oslo 58.6%, Bergen 23.8%, Trondheim 17.5%");
        await Expect(ada.Kind("map").GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", "Map of 4 points, latitude 47.07 to 63.43, longitude 5.32 to 15.44");
        Assert.Empty(ada.Complaints);
    }
}
