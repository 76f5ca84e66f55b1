using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd;

[Collection(ScenarioCollection.Name)]
public sealed class FieldsScenario(ChromiumFixture chromium, PagesFixture pages)
{
    [Fact]
    [Trait("row", "F1")]
    public async Task A_record_is_its_names_and_values()
    {
        await using var ada = await chromium.VisitAsync(pages.PageOf("elements"));

        await Expect(ada.Kind("fields")).ToContainTextAsync("Person");
        await Expect(ada.Kind("fields").GetByRole(AriaRole.Term)).ToHaveTextAsync(["Name", "Age"]);
    }
}
