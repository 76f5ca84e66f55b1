using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class PlotlyChartScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_click_on_a_bar_is_returned_to_the_script()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("spec-charts"));

        await Expect(ada.Kind("plotlyChart").GetByRole(AriaRole.Figure)).ToHaveAttributeAsync("aria-label", "People");
        var bars = ada.Kind("plotlyChart").Locator(".bars .point path");
        await Expect(bars).ToHaveCountAsync(3);
        var box = (await bars.Nth(1).BoundingBoxAsync())!;
        await ada.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await ada.SeesAsync("Plotly: Bergen 20");
        Assert.Empty(ada.Complaints);
    }
}
