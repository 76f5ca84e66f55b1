using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;

namespace Refrain.EndToEnd.Samples;

/// <summary>Takes the pictures in <c>artifacts/screenshots</c>, for people to look at.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ScreenshotScenario(ChromiumFixture chromium, GalleryFixture gallery, PagesFixture pages)
{
    private static readonly string Folder = Repository.PathTo("artifacts", "screenshots");

    public static TheoryData<string> AllPages => [.. GalleryFixture.Samples, "gallery", "widgets", "elements", "hostile"];

    [Theory]
    [MemberData(nameof(AllPages))]
    [Trait("row", "F2")]
    public async Task Every_page_has_its_picture_in_both_themes_wide_and_on_a_phone(string page)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 360 })
            {
                await using var ada = await chromium.VisitAsync(AddressOf(page), colours, width, height: width == 360 ? 780 : 900);
                await ada.SettlesAsync();
                if (page == "errors")
                {
                    await ada.Button("Read a malformed file").ClickAsync();
                    await ada.RestsAsync();
                }

                // As tall as the page is: what is painted on a canvas stays, and a picture of a page that must scroll would tear it.
                await ada.Page.SetViewportSizeAsync(width, await ada.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
                await ada.SettlesAsync();

                var file = Path.Combine(Folder, $"{page}-{(colours == ColorScheme.Dark ? "dark" : "light")}-{width}.png");
                var picture = await ada.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
                Assert.NotEmpty(picture);
            }
        }
    }

    private Uri AddressOf(string page) => page switch
    {
        "gallery" => gallery.Address,
        "widgets" or "elements" or "hostile" => pages.PageOf(page),
        _ => gallery.PageOf(page),
    };
}
