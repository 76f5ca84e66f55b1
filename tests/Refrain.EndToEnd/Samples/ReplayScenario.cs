using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>replay</c>: a header, an alert and a chart, drawn by one cached function.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ReplayScenario(ChromiumFixture chromium)
{
    [Fact]
    [Trait("row", "E2")]
    public async Task What_a_cached_function_drew_comes_back_on_a_hit_and_for_another_visitor()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("replay"));
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ExpectReportAsync(ada);

        await ada.Button("Run again").ClickAsync();
        await ada.SeesAsync("This run drew only this line, and replayed the rest.");
        await ExpectReportAsync(ada);

        await using var ben = await chromium.VisitAsync(tool.Address);
        await ExpectReportAsync(ben);
        Assert.Empty(ben.Complaints);
    }

    [Fact]
    [Trait("row", "D7")]
    public async Task A_cleared_function_draws_anew()
    {
        await using var tool = await Tool.RunAsync(Repository.Sample("replay"));
        await using var ada = await chromium.VisitAsync(tool.Address);
        await ExpectReportAsync(ada);

        await ada.Button("Clear the cache").ClickAsync();

        await ada.SeesAsync("The function ran 2 time(s).");
        await ExpectReportAsync(ada, runs: 2);
    }

    private static async Task ExpectReportAsync(Visitor visitor, int runs = 1)
    {
        await visitor.SeesAsync($"The function ran {runs} time(s).");
        await Expect(visitor.Kind("heading")).ToHaveTextAsync(["Replay", "Visitors in 2026"]);
        await Expect(visitor.Kind("alert")).ToHaveTextAsync("All 12 months are in.");
        await visitor.Charts.First.IsDrawnAsync();
        await Expect(visitor.Metric("Total, the function's result")).ToHaveTextAsync("290");
    }
}
