using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

/// <summary>The sample <c>edit-table</c>: cells are edited, rows added and deleted, and the script's sum follows.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class DataEditorScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_table_is_edited_and_what_does_not_fit_is_refused_at_its_cell()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("edit-table"));
        await ada.SettlesAsync();
        var pieces = ada.Metric("Pieces");
        var keyboard = ada.Page.Keyboard;
        var canvas = ada.Kind("dataEditor").Locator("canvas").First;
        await Expect(pieces).ToHaveTextAsync("18");

        // The count of the first line, two cells to the right of its article.
        await canvas.ClickAsync(new LocatorClickOptions { Position = new() { X = 90, Y = 38 + 17 }, Force = true });
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("ArrowRight");
        await EnterAsync("7");
        await Expect(pieces).ToHaveTextAsync("22");
        await ada.SeesAsync("Count of line 1: 3 became 7");

        await EnterAsync("700");
        await Expect(ada.Kind("dataEditor").GetByRole(AriaRole.Alert)).ToHaveTextAsync("700 is more than 100, the most that is taken here.");
        await Expect(pieces).ToHaveTextAsync("22");

        await ada.Button("Add row").ClickAsync();
        await Expect(ada.Grid).ToHaveAttributeAsync("aria-rowcount", "6");
        await Expect(pieces).ToHaveTextAsync("22");
        await EnterAsync("Rubber");
        await Expect(pieces).ToHaveTextAsync("23");
        await ada.SeesAsync("Added 1 × Rubber");

        // The box at the head of the first line.
        await canvas.ClickAsync(new LocatorClickOptions { Position = new() { X = 14, Y = 38 + 17 }, Force = true });
        await ada.Button("Delete").ClickAsync();
        await Expect(pieces).ToHaveTextAsync("16");

        // Loaded anew, the page still has the edits.
        await ada.Page.ReloadAsync();
        await ada.SettlesAsync();
        await Expect(pieces).ToHaveTextAsync("16");
        await ada.SeesAsync("1 row added, 1 row deleted");
        Assert.Empty(ada.Complaints);

        // Into the cell where the grid stands, in place of what is there.
        async Task EnterAsync(string text)
        {
            var input = ada.Page.Locator("#portal textarea");
            await keyboard.PressAsync("Enter");
            await Expect(input).ToBeFocusedAsync();
            await input.FillAsync(text);
            await keyboard.PressAsync("Enter");
            await Expect(input).Not.ToBeAttachedAsync();
        }
    }
}
