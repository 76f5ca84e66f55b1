using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class HeadingScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F2")]
    public async Task Headings_of_three_levels_lead_the_page()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(Heading(ada, 1)).ToHaveTextAsync("Elements");
        await Expect(Heading(ada, 2)).ToHaveTextAsync("A header");
        await Expect(Heading(ada, 3)).ToHaveTextAsync("A subheader");
    }

    private static ILocator Heading(Visitor visitor, int level) =>
        visitor.Main.GetByRole(AriaRole.Heading, new() { Level = level }).Filter(new() { Visible = true });
}
