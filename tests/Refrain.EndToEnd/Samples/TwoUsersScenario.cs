using Microsoft.Playwright;
using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>two-users</c>: one list under each attribute.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class TwoUsersScenario(ChromiumFixture chromium)
{
    [Fact]
    [Trait("row", "C5")]
    public async Task Ada_Ben_and_Ada_again_see_2_3_4_of_the_resource_and_2_2_2_of_the_data()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("two-users"));

        await using var ada = await chromium.VisitAsync(tool.Address);
        await ExpectAsync(ada, resource: 2, data: 2);

        await using var ben = await chromium.VisitAsync(tool.Address);
        await ExpectAsync(ben, resource: 3, data: 2);

        await ada.Button("Run again").ClickAsync();
        await ExpectAsync(ada, resource: 4, data: 2);
    }

    private static async Task ExpectAsync(Visitor visitor, int resource, int data)
    {
        await Expect(Column(visitor, "[CacheResource]").GetByText("l[0] is:")).ToHaveTextAsync($"l[0] is: {resource}");
        await Expect(Column(visitor, "[CacheData]").GetByText("l[0] is:")).ToHaveTextAsync($"l[0] is: {data}");
    }

    private static ILocator Column(Visitor visitor, string header) => visitor.Kind("column").Filter(new() { HasText = header });
}
