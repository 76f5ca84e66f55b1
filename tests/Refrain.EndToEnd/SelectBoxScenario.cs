using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class SelectBoxScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F4")]
    public async Task An_option_is_chosen_by_mouse_and_by_keyboard()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.ChooseAsync("City", "Wien");
        await ada.SeesAsync("city: Wien");

        await Box(ada, "City").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(Option(ada, "Wien")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(Option(ada, "Linz")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesAsync("city: Linz");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task The_members_of_an_enum_are_its_options()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await Expect(Box(ada, "Weekday")).ToHaveTextAsync("Friday");
        await ada.ChooseAsync("Weekday", "Sunday");
        await ada.SeesAsync("weekday: Sunday");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task It_may_be_empty_and_emptied()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await Expect(Box(ada, "River")).ToHaveTextAsync("Any river");
        await ada.ChooseAsync("River", "Mur");
        await ada.SeesAsync("river: Mur");
        await ada.Button("Clear River").ClickAsync();
        await ada.SeesAsync("river: none");
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task A_long_list_is_the_systems_own()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("widgets"));

        await ada.Input("Many").SelectOptionAsync("Number 499");
        await ada.SeesAsync("one of many: Number 499");
    }

    private static ILocator Option(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Option, new() { Name = name, Exact = true });

    private static ILocator Box(Visitor visitor, string label) => visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
}
