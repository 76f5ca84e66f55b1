using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class ButtonScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task A_click_is_told_to_the_next_run_and_only_to_that()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Button("Press").ClickAsync();
        await ada.SeesAsync("pressed: True");

        await ada.Page.Keyboard.PressAsync("r");
        await ada.SeesAsync("pressed: False");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task The_keyboard_reaches_it_and_presses_it()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Button("Press").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesAsync("pressed: True");
        await Expect(ada.Button("Press")).ToBeFocusedAsync();
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task Its_help_is_a_tap_away_and_a_locked_one_cannot_be_pressed()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Help for Press" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Tooltip)).ToHaveTextAsync("Counts as one press.");
        await Expect(ada.Button("Locked")).ToBeDisabledAsync();
    }
}
