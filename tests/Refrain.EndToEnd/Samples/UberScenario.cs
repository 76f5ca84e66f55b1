using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>uber</c>: a file at an address, fetched and read once.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class UberScenario(ChromiumFixture chromium)
{
    [Fact]
    [Trait("row", "B8")]
    public async Task A_file_at_an_address_is_fetched_once_and_the_spinner_says_how_far_it_is_read()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("uber"));
        await using var ada = await chromium.VisitAsync(tool.Address, before: Statuses.Remember);
        await Expect(ada.Page.GetByText("of 113,635 rows")).ToBeVisibleAsync();

        await ada.ChooseAsync("Size of the file", "50 MB");
        await Expect(ada.Page.GetByText("of 1,136,363 rows")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await ada.RestsAsync();
        Assert.Contains(await Statuses.SeenAsync(ada.Page), said => said.StartsWith("Running LoadData(", StringComparison.Ordinal) && said.EndsWith(" of 50 MB", StringComparison.Ordinal));

        await ada.Page.EvaluateAsync("window.statuses.clear()");
        await ada.Button("Rerun").ClickAsync();
        await ada.RestsAsync();
        await ada.ChooseAsync("Size of the file", "5 MB");
        await Expect(ada.Page.GetByText("of 113,635 rows")).ToBeVisibleAsync();
        await ada.RestsAsync();
        Assert.DoesNotContain(await Statuses.SeenAsync(ada.Page), said => said.Contains("LoadData(", StringComparison.Ordinal));
        Assert.Empty(ada.Complaints);
    }
}
