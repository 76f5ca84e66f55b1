using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class JsonScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F1")]
    public async Task A_dictionary_is_a_tree_that_opens_and_closes()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        var tree = ada.Kind("json").First;
        await Expect(tree).ToContainTextAsync("name: \"Ada\"");
        await Expect(tree).ToContainTextAsync("born: 1815");

        await tree.Locator("summary").First.ClickAsync();
        await Expect(tree.GetByText("born")).ToHaveCountAsync(0);
        await tree.Locator("summary").First.PressAsync("Enter");
        await Expect(tree).ToContainTextAsync("born: 1815");
    }
}
