using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class DataFrameScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_grid_shows_its_rows_and_a_click_on_a_header_sorts()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Grid).ToHaveAttributeAsync("aria-rowcount", "5");
        await Expect(FirstCell(ada)).ToHaveTextAsync("Jan");
        await ada.Kind("dataFrame").Locator("canvas").First.IsDrawnAsync();

        var canvas = ada.Kind("dataFrame").Locator("canvas").First;
        await canvas.ClickAsync(new LocatorClickOptions { Position = new() { X = 120, Y = 18 }, Force = true });
        await Expect(FirstCell(ada)).ToHaveTextAsync("Apr");
        await canvas.ClickAsync(new LocatorClickOptions { Position = new() { X = 120, Y = 18 }, Force = true });
        await Expect(FirstCell(ada)).ToHaveTextAsync("Mar");
        await Expect(ada.Kind("dataFrame").GetByRole(AriaRole.Group)).ToHaveAttributeAsync("aria-label", "Visits and sales");
    }

    private static ILocator FirstCell(Visitor visitor) => visitor.Grid.Locator("[role=row][aria-rowindex='2'] [role=gridcell]").First;
}
