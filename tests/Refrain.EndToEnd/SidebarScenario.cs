using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class SidebarScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F6")]
    public async Task It_stands_beside_the_page_and_on_a_phone_in_a_drawer()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        var inside = ada.Page.GetByText("In the sidebar");
        await Expect(inside).ToBeVisibleAsync();

        await ada.Page.SetViewportSizeAsync(360, 780);
        await Expect(inside).ToBeHiddenAsync();
        await ada.Button("Sidebar").ClickAsync();
        await Expect(inside).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(inside).ToBeHiddenAsync();
    }
}
