using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class VegaLiteChartScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_click_on_a_bar_is_returned_to_the_script()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("spec-charts"));
        var canvas = ada.Kind("vegaLiteChart").Locator("canvas");

        await Expect(ada.Kind("vegaLiteChart").GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", "People by city");
        await canvas.IsDrawnAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        await canvas.ClickAsync(new() { Position = new() { X = box.Width / 2, Y = box.Height * 0.7f }, Force = true });
        await ada.SeesAsync("Vega-Lite: Bergen");

        // Loaded anew, the page still has what was picked.
        await ada.Page.ReloadAsync();
        await ada.SeesAsync("Vega-Lite: Bergen");
        Assert.Empty(ada.Complaints);
    }
}
