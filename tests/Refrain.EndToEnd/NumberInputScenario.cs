using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class NumberInputScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task A_number_is_sent_on_Enter_and_on_leaving_and_kept_within_its_bounds()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Count").FillAsync("7");
        await ada.Input("Count").PressAsync("Enter");
        await ada.SeesAsync("count: 7");

        await ada.Input("Share").FillAsync("0.75");
        await ada.Input("Share").BlurAsync();
        await ada.SeesAsync("share: 0.75");

        await ada.Input("Count").FillAsync("99");
        await ada.Input("Count").PressAsync("Enter");
        await ada.SeesAsync("count: 10");
        await Expect(ada.Input("Count")).ToHaveValueAsync("10");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task Arrows_and_buttons_step()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Count").PressAsync("ArrowUp");
        await ada.SeesAsync("count: 4");
        await ada.Button("Less: Count").ClickAsync();
        await ada.SeesAsync("count: 3");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task It_may_be_empty_and_what_is_no_number_is_not_taken()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await Expect(ada.Input("Age")).ToHaveAttributeAsync("placeholder", "Unknown");
        await ada.SeesAsync("age: none");
        await ada.Input("Age").FillAsync("36");
        await ada.Input("Age").PressAsync("Enter");
        await ada.SeesAsync("age: 36");

        await ada.Input("Age").FillAsync("old");
        await Expect(ada.Input("Age")).ToHaveAttributeAsync("aria-invalid", "true");
        await ada.Input("Age").PressAsync("Enter");
        await Expect(ada.Input("Age")).ToHaveValueAsync("36");

        await ada.Input("Age").FillAsync("");
        await ada.Input("Age").PressAsync("Enter");
        await ada.SeesAsync("age: none");
    }
}
