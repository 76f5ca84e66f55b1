using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The line to the server breaks, or the page is loaded anew: the session lives on.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ConnectionScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    private const string Lost = "Connection lost. Trying again…";

    [Fact]
    [Trait("row", "A2")]
    public async Task A_lost_connection_is_told_locks_the_widgets_and_keeps_their_values_when_it_is_back()
    {
        await using var line = new Line(gallery.Address);
        await using var ada = await chromium.VisitAsync(new Uri(line.Address, "hello/"));
        await AskAsync(ada);

        line.Cut();
        await Expect(ada.Page.GetByText(Lost)).ToBeVisibleAsync();
        await Expect(ada.Input("Your name")).ToBeDisabledAsync();
        await Expect(ada.Button("Applaud")).ToBeDisabledAsync();

        // The page has tried again in vain before the line is mended.
        await line.Refused.WaitAsync(TimeSpan.FromMinutes(1));
        line.Mend();

        await Expect(ada.Page.GetByText(Lost)).ToHaveCountAsync(0);
        await ExpectAnswersAsync(ada);
        await ada.Slider("How often").PressAsync("ArrowRight");
        await Expect(ada.Main.GetByText("Hello, Grace!")).ToHaveCountAsync(4);
    }

    [Fact]
    [Trait("row", "A2")]
    public async Task A_page_loaded_anew_keeps_the_sessions_widget_values()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("hello"));
        await AskAsync(ada);

        await ada.Page.ReloadAsync();

        await ExpectAnswersAsync(ada);
        await Expect(ada.Kind("alert")).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "A2")]
    public async Task A_page_loaded_anew_after_a_lost_connection_keeps_them_too()
    {
        await using var line = new Line(gallery.Address);
        await using var ada = await chromium.VisitAsync(new Uri(line.Address, "hello/"));
        await AskAsync(ada);

        line.Cut();
        await Expect(ada.Page.GetByText(Lost)).ToBeVisibleAsync();
        line.Mend();
        await ada.Page.ReloadAsync();

        await ExpectAnswersAsync(ada);
    }

    [Fact]
    [Trait("row", "A2")]
    public async Task Another_visitor_starts_with_the_defaults()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("hello"));
        await AskAsync(ada);

        await using var ben = await chromium.VisitAsync(gallery.PageOf("hello"));

        await Expect(ben.Input("Your name")).ToHaveValueAsync("world");
        await Expect(ben.Main.GetByText("Hello, world!")).ToHaveCountAsync(1);
    }

    private static async Task AskAsync(Visitor visitor)
    {
        await visitor.Input("Your name").FillAsync("Grace");
        await visitor.Input("Your name").PressAsync("Enter");
        await Expect(visitor.Main.GetByText("Hello, Grace!")).ToHaveCountAsync(1);
        await visitor.Slider("How often").PressAsync("ArrowRight");
        await visitor.Slider("How often").PressAsync("ArrowRight");
        await ExpectAnswersAsync(visitor);
        await visitor.RestsAsync();
    }

    private static async Task ExpectAnswersAsync(Visitor visitor)
    {
        await Expect(visitor.Input("Your name")).ToHaveValueAsync("Grace");
        await Expect(visitor.Slider("How often")).ToHaveAttributeAsync("aria-valuenow", "3");
        await Expect(visitor.Main.GetByText("Hello, Grace!")).ToHaveCountAsync(3);
        await Expect(visitor.Input("Your name")).ToBeEnabledAsync();
    }
}
