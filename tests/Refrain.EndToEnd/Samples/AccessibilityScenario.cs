using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>Every page works for everyone: in both themes, at every width, without a mouse.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class AccessibilityScenario(ChromiumFixture chromium, GalleryFixture gallery, PagesFixture pages)
{
    public static TheoryData<string, ColorScheme> PagesInBothThemes
    {
        get
        {
            var data = new TheoryData<string, ColorScheme>();
            foreach (var page in PageNames)
            {
                data.Add(page, ColorScheme.Light);
                data.Add(page, ColorScheme.Dark);
            }

            return data;
        }
    }

    private static IEnumerable<string> PageNames => [.. GalleryFixture.Samples, "gallery", "widgets", "elements", "hostile"];

    /// <remarks>Leaves the pictures in <c>artifacts/screenshots</c>, for people to look at.</remarks>
    [Theory]
    [MemberData(nameof(PagesInBothThemes))]
    [Trait("row", "F2")]
    [Trait("row", "F6")]
    public async Task Axe_finds_nothing_the_console_is_silent_and_nothing_scrolls_sideways_on_a_phone(string page, ColorScheme colours)
    {
        await using var ada = await chromium.VisitAsync(AddressOf(page), colours, before: Axe.Script);
        await ada.SettlesAsync();

        Assert.Empty(await Axe.FindAsync(ada));
        await TakePictureAsync(ada, $"{page}-{colours}-wide", width: 1280);
        await ada.Page.SetViewportSizeAsync(360, 780);
        await ada.Page.WaitForFunctionAsync("document.documentElement.scrollWidth <= 360", null, new() { Timeout = 10_000 });
        await TakePictureAsync(ada, $"{page}-{colours}-phone", width: 360);
        Assert.Empty(ada.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    [Trait("row", "A6")]
    public async Task Axe_finds_nothing_in_what_opens_over_and_beside_a_page(ColorScheme colours)
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("errors"), colours, before: Axe.Script);
        await ada.Button("Divide by nothing").ClickAsync();
        await Expect(ada.Exception).ToBeVisibleAsync();
        await ada.RestsAsync();
        Assert.Empty(await Axe.FindAsync(ada));

        await ada.Button("Source").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("total / people;");
        Assert.Empty(await Axe.FindAsync(ada));

        await ada.Page.Keyboard.PressAsync("c");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(ada));
        await ada.Page.Keyboard.PressAsync("Escape");

        await ada.Button("Menu").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(ada));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    [Trait("row", "A3")]
    public async Task Axe_finds_nothing_in_what_a_script_that_does_not_compile_says(ColorScheme colours)
    {
        using var folder = new ScriptFolder("Ui.Titel(\"Sales\");");
        await using var tool = await Tool.RunAsync(folder.Script);
        await using var ada = await chromium.VisitAsync(tool.Address, colours, before: Axe.Script);
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        Assert.Empty(await Axe.FindAsync(ada));
    }

    [Fact]
    [Trait("row", "F4")]
    public async Task Tab_reaches_every_widget_in_the_order_of_the_page_and_the_keyboard_works_it()
    {
        await using var ada = await chromium.VisitAsync(gallery.PageOf("hello"));
        await ada.SeesAsync("Hello, world!");
        await ada.RestsAsync();

        await TabToAsync(ada, ada.Input("Your name"));
        await ada.Page.Keyboard.PressAsync("Control+a");
        await ada.Page.Keyboard.TypeAsync("Mary");
        await TabToAsync(ada, ada.Slider("How often"));
        await ada.SeesAsync("Hello, Mary!");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Main.GetByText("Hello, Mary!")).ToHaveCountAsync(2);
        await TabToAsync(ada, ada.Button("Applaud"));
        await ada.Page.Keyboard.PressAsync("Space");
        await ada.SeesAsync("Well done, Mary.");
    }

    [Fact]
    [Trait("row", "D7")]
    public async Task C_asks_before_it_clears_the_caches_and_Escape_takes_it_back()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("replay"));
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync("The function ran 1 time(s).");
        var dialog = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Clear caches?" });

        await ada.Page.Keyboard.PressAsync("c");
        await Expect(dialog).ToContainTextAsync("for everyone who uses it");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        await ada.Page.Keyboard.PressAsync("c");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Clear caches" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await ada.Page.Keyboard.PressAsync("r");
        await ada.SeesAsync("The function ran 2 time(s).");
    }

    [Fact]
    [Trait("row", "A1")]
    public async Task The_gallery_leads_to_each_sample_with_its_source_beside_it_and_back()
    {
        await using var ada = await chromium.VisitAsync(gallery.Address);
        await Expect(ada.Main.GetByRole(AriaRole.Link)).ToHaveCountAsync(GalleryFixture.Samples.Count());

        await ada.Main.GetByRole(AriaRole.Link, new() { Name = "Hello" }).ClickAsync();
        await ada.SeesAsync("Hello, world!");
        await ada.Button("Source").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Complementary, new() { Name = "Source of hello.cs" })).ToContainTextAsync("Ui.Title(\"Hello\");");

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Refrain" }).ClickAsync();
        await Expect(ada.Main.GetByRole(AriaRole.Link)).ToHaveCountAsync(GalleryFixture.Samples.Count());
    }

    private Uri AddressOf(string page) => page switch
    {
        "gallery" => gallery.Address,
        "widgets" or "elements" or "hostile" => pages.PageOf(page),
        _ => gallery.PageOf(page),
    };

    /// <remarks>As tall as the page is: what is painted on a canvas stays, and a picture of a page that must scroll would tear it.</remarks>
    private static async Task TakePictureAsync(Visitor visitor, string name, int width)
    {
        await visitor.Page.SetViewportSizeAsync(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        await visitor.SettlesAsync();
        await visitor.Page.ScreenshotAsync(new() { Path = Repository.PathTo("artifacts", "screenshots", $"{name}.png") });
    }

    private static async Task TabToAsync(Visitor visitor, ILocator wanted)
    {
        for (var press = 0; press < 10; press++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"Tab does not reach {wanted}.");
    }
}
