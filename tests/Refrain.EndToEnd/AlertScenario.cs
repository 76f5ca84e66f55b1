using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class AlertScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F2")]
    public async Task Alerts_have_four_tones_and_the_worst_interrupts()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("alert").Locator("[data-tone]")).ToHaveTextAsync(["It worked.", "By the way.", "Take care.", "It broke."]);
        await Expect(ada.Kind("alert").GetByRole(AriaRole.Status)).ToHaveCountAsync(3);
        await Expect(ada.Kind("alert").GetByRole(AriaRole.Alert)).ToHaveTextAsync("It broke.");
    }
}
