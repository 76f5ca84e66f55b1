using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class DividerScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F2")]
    public async Task A_divider_separates()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("divider").GetByRole(AriaRole.Separator)).ToHaveCountAsync(1);
    }
}
