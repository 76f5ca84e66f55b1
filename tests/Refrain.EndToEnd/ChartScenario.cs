using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class ChartScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task Charts_are_painted_and_described_and_tell_the_row_under_the_pointer()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("chart").GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        await Expect(ada.Kind("chart").GetByRole(AriaRole.Img).First).ToHaveAttributeAsync("aria-label", "Line chart of Visits by Month, 4 points, from 10 to 40");
        await ada.Charts.First.IsDrawnAsync();
        await ada.Charts.Last.IsDrawnAsync();

        await ada.Charts.First.HoverAsync(new() { Force = true });
        await Expect(ada.Kind("chart").First).ToContainTextAsync("Visits");
    }
}
