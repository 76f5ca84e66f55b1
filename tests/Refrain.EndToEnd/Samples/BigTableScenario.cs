using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>big-table</c>: a hundred million rows.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class BigTableScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    [Trait("row", "F3")]
    public async Task A_table_of_a_hundred_million_rows_is_read_to_its_end_searched_filtered_sorted_and_saved()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("big-table"), before: Axe.Script);
        var grid = ada.Kind("dataFrame");
        var status = grid.GetByRole(AriaRole.Status).Last;
        await Expect(status).ToContainTextAsync("of 100,000,000 rows, 5 columns", Patiently);

        // The last row, by the keyboard and by its number.
        await grid.Locator("canvas").First.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Control+End");
        await Expect(status).ToContainTextAsync("to 100,000,000 of");
        await Expect(ada.Grid).ToContainTextAsync("100000000");
        await ada.Input("Go to row").FillAsync("50,000,000");
        await ada.Input("Go to row").PressAsync("Enter");
        await Expect(ada.Grid).ToContainTextAsync("50000001");
        await Expect(status).ToContainTextAsync("Rows 50,000,000 to");

        await ada.Input("Search the table").FillAsync("TROMS");
        await ada.Input("Search the table").PressAsync("Enter");
        await Expect(status).ToContainTextAsync("found in 100,000,000", Patiently);
        await Expect(FirstRow(grid)).ToContainTextAsync("Tromsø");

        await ada.Button("Filter").ClickAsync();
        await ada.Page.GetByLabel("Column", new() { Exact = true }).SelectOptionAsync("Trip");
        await ada.Page.GetByLabel("Test", new() { Exact = true }).SelectOptionAsync("is at most");
        await ada.Page.GetByLabel("Value", new() { Exact = true }).FillAsync("1000");
        await ada.Button("Add filter").ClickAsync();
        await Expect(grid.GetByText("Trip is at most 1000")).ToBeVisibleAsync();

        await ada.Button("Columns").ClickAsync();
        await ada.Button("Sort by Trip, descending").ClickAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(status).ToContainTextAsync("138 rows found in 100,000,000", Patiently);
        await Expect(FirstRow(grid)).ToContainTextAsync("996");

        var download = await ada.Page.RunAndWaitForDownloadAsync(() => grid.GetByLabel("Download as CSV").ClickAsync());
        Assert.Equal("Trips.csv", download.SuggestedFilename);
        using var saved = new StreamReader(await download.CreateReadStreamAsync());
        Assert.Equal("Trip,City,Hour,Fare,Full", await saved.ReadLineAsync());
        Assert.Equal("996,Tromsø,14,6.31,0.52", await saved.ReadLineAsync());
        await Expect(grid.GetByText("138 rows saved as CSV")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(ada));
        Assert.Empty(ada.Complaints);
    }

    private static ILocator FirstRow(ILocator grid) => grid.Locator("[role=row][aria-rowindex='2']");
}
