using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class TextScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F2")]
    public async Task Plain_text_stays_as_it_is()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("text")).ToHaveTextAsync("plain   *text*");
        Assert.Equal("plain   *text*", await ada.Kind("text").InnerTextAsync());
    }
}
