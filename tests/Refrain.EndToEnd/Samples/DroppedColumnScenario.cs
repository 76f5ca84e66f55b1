using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>dropped-column</c>: a column dropped in place, and the script run again.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class DroppedColumnScenario(ChromiumFixture chromium)
{
    private const string Before = "Columns before: zip_code, Lat, Lon, city, state, county";
    private const string Dropped = "The column 'Lat' was dropped.";

    [Fact]
    [Trait("row", "C6")]
    public async Task Under_data_each_run_drops_the_column_from_a_copy_of_its_own()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("dropped-column"));
        await using var ada = await chromium.VisitAsync(tool.Address);

        for (var run = 0; run < 3; run++)
        {
            await ada.SeesAsync(Before);
            await ada.SeesAsync(Dropped);
            await ada.RestsAsync();
            await ada.Button("Run again").ClickAsync();
        }

        await Expect(ada.Exception).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("row", "C6")]
    public async Task Under_resource_the_second_run_finds_no_column_of_that_name_for_another_visitor_too_until_the_cache_is_cleared()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("dropped-column"));
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ada.SeesAsync(Dropped);

        await ada.ChooseAsync("Load the table with", "[CacheResource]");
        await ada.SeesAsync(Dropped);
        await ada.RestsAsync();
        await ada.Button("Run again").ClickAsync();

        await Expect(ada.Exception).ToContainTextAsync("no column named 'Lat'");
        await Expect(ada.Exception).ToContainTextAsync(Repository.LineOf("dropped-column", "Columns.Remove"));
        await ada.SeesAsync("Columns before: zip_code, Lon, city, state, county");

        await using var ben = await chromium.VisitAsync(tool.Address);
        await ben.SeesAsync(Dropped);
        await ben.ChooseAsync("Load the table with", "[CacheResource]");
        await Expect(ben.Exception).ToContainTextAsync("no column named 'Lat'");

        await ada.Button("Clear the cache").ClickAsync();
        await ada.SeesAsync(Before);
        await ada.SeesAsync(Dropped);
        await Expect(ada.Exception).ToHaveCountAsync(0);
    }
}
