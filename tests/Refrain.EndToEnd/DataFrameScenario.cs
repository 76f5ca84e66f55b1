using System.Text.RegularExpressions;
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

    [Fact]
    [Trait("row", "F3")]
    public async Task A_file_says_how_far_it_is_and_one_that_is_no_longer_wanted_is_cancelled_by_the_keyboard()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("long-table"), before: Axe.Script);
        var save = ada.Kind("dataFrame").GetByLabel("Download as CSV");

        var unwanted = await ada.Page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        await Expect(ada.Kind("dataFrame").GetByText(new Regex("^[1-9][0-9,]* of 64,000,000 rows$"))).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Saving as CSV" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(ada));
        await ada.Button("Cancel saving as CSV").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Kind("dataFrame").GetByText("Saving was cancelled")).ToBeVisibleAsync();
        await Expect(save).ToBeFocusedAsync();
        Assert.Equal("Names.csv", unwanted.SuggestedFilename);
        Assert.NotNull(await unwanted.FailureAsync());
    }

    private static ILocator FirstCell(Visitor visitor) => visitor.Grid.Locator("[role=row][aria-rowindex='2'] [role=gridcell]").First;
}
