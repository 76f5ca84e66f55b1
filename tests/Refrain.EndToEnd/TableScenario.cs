using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class TableScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F3")]
    public async Task A_table_stands_whole_on_the_page()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));
        var table = ada.Kind("table").GetByRole(AriaRole.Table);

        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(5);
        await Expect(table.GetByRole(AriaRole.Row).Last).ToContainTextAsync("Apr");
    }
}
