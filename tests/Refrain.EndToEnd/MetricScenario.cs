using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class MetricScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_metric_tells_its_change_in_words_and_colour()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Metric("Visitors")).ToHaveTextAsync("1,234");
        await Expect(Change(ada, "Visitors", "good")).ToHaveTextAsync("up56");
        await Expect(Change(ada, "Errors", "good")).ToContainTextAsync("down");
    }

    private static ILocator Change(Visitor visitor, string label, string tone) =>
        visitor.Kind("metric").Filter(new() { HasText = label }).Locator($"[data-tone={tone}]");
}
