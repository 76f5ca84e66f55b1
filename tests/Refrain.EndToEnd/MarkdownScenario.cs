using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class MarkdownScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F2")]
    public async Task Markdown_is_drawn()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(Prose(ada).Locator("strong")).ToHaveTextAsync("bold");
        await Expect(Prose(ada).Locator("a")).ToHaveAttributeAsync("href", "https://example.org");
        await Expect(Prose(ada).Locator("code")).ToHaveTextAsync("code");
        await Expect(Prose(ada).Locator("li")).ToHaveTextAsync(["one", "two"]);
    }

    [Fact]
    [Trait("row", "F2")]
    public async Task Hostile_text_draws_no_markup_and_runs_no_script_wherever_it_is_shown()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("hostile"));

        await ada.SeesAsync("The end");
        await ada.RestsAsync();

        await Expect(ada.Page.Locator("main script, main [onerror], main [href^=javascript], main [src^=javascript], main [src=x]")).ToHaveCountAsync(0);
        Assert.False(await ada.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
        await Expect(ada.Kind("heading").First).ToContainTextAsync("<script>window.hacked = true</script>");
        Assert.Empty(ada.Complaints);
    }

    private static ILocator Prose(Visitor visitor) => visitor.Main.Locator("[data-kind=markdown]").First;
}
