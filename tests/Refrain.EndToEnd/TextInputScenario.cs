using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class TextInputScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task A_text_is_sent_on_Enter_and_on_leaving_and_not_before()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Name").FillAsync("Grace");
        await ada.SeesAsync("name: Ada");
        await ada.Input("Name").PressAsync("Enter");
        await ada.SeesAsync("name: Grace");

        await ada.Input("Name").FillAsync("Mary");
        await ada.Input("Name").BlurAsync();
        await ada.SeesAsync("name: Mary");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task Escape_takes_back_what_was_typed()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Name").FillAsync("Grace");
        await ada.Input("Name").PressAsync("Escape");
        await Expect(ada.Input("Name")).ToHaveValueAsync("Ada");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task A_secret_is_not_shown()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await Expect(ada.Input("Secret")).ToHaveAttributeAsync("type", "password");
        await ada.Input("Secret").FillAsync("sesame");
        await ada.Input("Secret").PressAsync("Enter");
        await ada.SeesAsync("secret of 6 letters");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task The_pages_keys_are_letters_while_typing()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Name").FillAsync("");
        await ada.Input("Name").PressSequentiallyAsync("crc");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(ada.Input("Name")).ToHaveValueAsync("crc");
    }
}
