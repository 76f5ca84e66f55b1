using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class ColumnsScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F6")]
    public async Task Columns_stand_side_by_side_and_on_a_phone_one_below_the_other()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        var (left, right) = await PlacesAsync(ada);
        Assert.Equal(left.Y, right.Y);
        Assert.True(right.X > left.X + left.Width - 1, "The columns overlap.");

        await ada.Page.SetViewportSizeAsync(360, 780);
        (left, right) = await PlacesAsync(ada);
        Assert.True(right.Y >= left.Y + left.Height, "The columns are not one below the other.");
    }

    private static async Task<(Place Left, Place Right)> PlacesAsync(Visitor visitor)
    {
        await Expect(visitor.Kind("column")).ToHaveCountAsync(2);
        return (await PlaceOfAsync(visitor.Kind("column").First), await PlaceOfAsync(visitor.Kind("column").Last));
    }

    private static async Task<Place> PlaceOfAsync(ILocator column)
    {
        var box = await column.BoundingBoxAsync();
        return new Place(box!.X, box.Y, box.Width, box.Height);
    }

    private sealed record Place(float X, float Y, float Width, float Height);
}
