using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>select-rows</c>: what is chosen in a table drives a chart.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class SelectRowsScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task Rows_that_are_chosen_in_a_table_drive_a_chart()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("select-rows"));
        await ada.SettlesAsync();
        var before = await ada.Kind("chart").GetByRole(AriaRole.Img).GetAttributeAsync("aria-label");
        var canvas = ada.Kind("dataFrame").Locator("canvas").First;

        // The box of the second row.
        await canvas.ClickAsync(new LocatorClickOptions { Position = new() { X = 20, Y = 38 + 34 + 17 }, Force = true });
        await ada.SeesAsync("1 chosen");
        await Expect(ada.Kind("chart").GetByRole(AriaRole.Img)).Not.ToHaveAttributeAsync("aria-label", before!);

        // Loaded anew, the page still shows what is chosen.
        await ada.Page.ReloadAsync();
        await ada.SeesAsync("1 chosen");
        Assert.Empty(ada.Complaints);
    }
}
