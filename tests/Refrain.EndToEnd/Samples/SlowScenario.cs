using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>slow</c>: ten seconds of work that nothing caches.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class SlowScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    // Measures in the page, from the press of the button to the moment nothing is shown as running any more.
    private const string TimeToStop =
        """
        () => new Promise(done => {
          const button = [...document.querySelectorAll("button")].find(button => button.innerText.trim() === "Stop");
          const start = performance.now();
          new MutationObserver((_, observer) => {
            if (button.isConnected) return;
            observer.disconnect();
            done(performance.now() - start);
          }).observe(document, { childList: true, subtree: true });
          button.click();
        })
        """;

    [Fact]
    [Trait("row", "A4")]
    [Trait("time", "measured")]
    public async Task While_it_runs_old_content_fades_and_Stop_frees_the_page_at_once()
    {
        await using var ada = await OpenAsync();
        await ada.SeesAsync("A walk of 50 steps.");

        await Slider(ada).PressAsync("ArrowRight");

        await Expect(ada.Kind("chart").And(ada.Faded)).ToBeVisibleAsync();
        await Expect(ada.Kind("alert").And(ada.Faded)).ToBeVisibleAsync();
        await Expect(ada.Kind("slider").And(ada.Faded)).ToHaveCountAsync(0);
        await Expect(ada.Running).ToBeVisibleAsync();

        var stopped = await ada.Page.EvaluateAsync<double>(TimeToStop);

        Assert.InRange(stopped, 0, 300);
        await ada.RestsAsync();
        await Expect(Slider(ada)).ToBeEnabledAsync();
        await Expect(Slider(ada)).ToHaveAttributeAsync("aria-valuenow", "51");
    }

    [Fact]
    [Trait("row", "A5")]
    public async Task A_move_during_a_run_starts_over_with_the_newest_value()
    {
        await using var ada = await OpenAsync();
        await Expect(ada.Running).ToBeVisibleAsync();

        await Slider(ada).PressAsync("ArrowRight");
        await Expect(ada.Running).ToBeVisibleAsync();
        await Slider(ada).PressAsync("End");
        await Slider(ada).PressAsync("Home");

        await ada.SeesAsync("A walk of 10 steps.");
        await ada.RestsAsync();
        await Expect(Slider(ada)).ToHaveAttributeAsync("aria-valuenow", "10");
    }

    private Task<Visitor> OpenAsync() => chromium.VisitAsync(gallery.PageOf("slow"));

    private static ILocator Slider(Visitor visitor) => visitor.Slider("How much");
}
