using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class CheckboxScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task It_is_ticked_by_mouse_and_by_keyboard()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Agree").ClickAsync();
        await ada.SeesAsync("agreed: True");

        await ada.Input("Agree").PressAsync("Space");
        await ada.SeesAsync("agreed: False");
    }
}
