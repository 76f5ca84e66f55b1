using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class ExceptionScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "A6")]
    public async Task A_caught_error_shows_where_it_came_from()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Exception).ToContainTextAsync("InvalidOperationException");
        await Expect(ada.Exception).ToContainTextAsync("It was caught and shown.");
        await Expect(ada.Exception.Locator("li")).ToContainTextAsync("elements.cs:");
    }
}
