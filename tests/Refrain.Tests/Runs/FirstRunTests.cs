using Refrain.Tests.Pages;

namespace Refrain.Tests.Runs;

public sealed class FirstRunTests
{
    [Fact]
    [Trait("row", "A1")]
    public async Task A_script_runs_on_the_first_visit_and_shows_what_it_draws()
    {
        await using var app = AppTest.From(() => Probe.Say("hello"));
        await app.RunAsync();
        Assert.Equal("hello", Assert.Single(app.Elements("probe")).Text);
        Assert.Null(app.Exception);
    }

    [Fact]
    [Trait("row", "A1")]
    public async Task A_script_runs_again_on_every_interaction()
    {
        var runs = 0;
        await using var app = AppTest.From(() =>
        {
            var level = Probe.Number("Level", 3);
            Probe.Say($"run {++runs}: {level}");
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        Assert.Equal("run 2: 5", app.Elements("probe")[0].Text);
    }
}
