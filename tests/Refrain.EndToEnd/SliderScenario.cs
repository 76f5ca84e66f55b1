using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class SliderScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task Arrows_Home_and_End_move_it_by_its_step()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Slider("One").PressAsync("ArrowRight");
        await ada.SeesAsync("one: 6");
        await ada.Slider("One").PressAsync("End");
        await ada.SeesAsync("one: 10");
        await ada.Slider("Fine").PressAsync("ArrowLeft");
        await ada.SeesAsync("fine: 0.25");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task A_drag_is_followed_and_sent_when_it_rests()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        var thumb = (await ada.Slider("One").BoundingBoxAsync())!;
        await ada.Page.Mouse.MoveAsync(thumb.X + (thumb.Width / 2), thumb.Y + (thumb.Height / 2));
        await ada.Page.Mouse.DownAsync();
        await ada.Page.Mouse.MoveAsync(2000, thumb.Y, new() { Steps = 10 });
        await Expect(ada.Slider("One")).ToHaveAttributeAsync("aria-valuenow", "10");
        await ada.SeesAsync("one: 10");
        await ada.Page.Mouse.UpAsync();
        await Expect(ada.Slider("One")).ToHaveAttributeAsync("aria-valuenow", "10");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task A_range_has_two_ends()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Slider("Both, from").PressAsync("ArrowRight");
        await ada.Slider("Both, to").PressAsync("End");
        await ada.SeesAsync("both: 21 to 100");
    }
}
