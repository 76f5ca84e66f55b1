using System.Text.Json.Nodes;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Runs;

public sealed class CallbackTests
{
    private readonly List<string> _log = [];

    [Fact]
    [Trait("rule", "39")]
    public async Task Values_are_installed_then_callbacks_run_then_the_script()
    {
        await using var app = AppTest.From(() =>
        {
            var a = Probe.Number("A", onChange: () => _log.Add("callback A"));
            var b = Probe.Number("B", onChange: () => _log.Add("callback B"));
            _log.Add($"script {a} {b}");
        });
        await app.RunAsync();
        await SetBoth(app, "B", "A");
        Assert.Equal(["script 0 0", "callback A", "callback B", "script 5 5"], _log);
    }

    [Fact]
    [Trait("rule", "40")]
    public async Task Arguments_of_a_callback_are_those_of_the_last_call()
    {
        var round = 0;
        await using var app = AppTest.From(() =>
        {
            var bound = ++round;
            Probe.Press("Go", onClick: () => _log.Add($"bound in run {bound}"));
        });
        await app.RunAsync();
        await app.RunAsync();
        await app.Button("Go").ClickAsync();
        Assert.Equal(["bound in run 2"], _log);
    }

    [Fact]
    [Trait("rule", "41")]
    public async Task Callbacks_run_in_the_order_of_the_last_completed_run()
    {
        var swapped = false;
        await using var app = AppTest.From(() =>
        {
            if (swapped)
                Probe.Number("B", onChange: () => _log.Add("B"));
            Probe.Number("A", onChange: () => _log.Add("A"));
            if (!swapped)
                Probe.Number("B", onChange: () => _log.Add("B"));
        });
        await app.RunAsync();
        swapped = true;
        await SetBoth(app, "A", "B");
        Assert.Equal(["A", "B"], _log);
        await SetBoth(app, "A", "B", 6);
        Assert.Equal(["A", "B", "B", "A"], _log);
    }

    [Fact]
    [Trait("rule", "42")]
    public async Task What_a_callback_draws_stands_above_the_script_in_that_run_only()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say("script");
            Probe.Press("Go", onClick: () => Probe.Say("callback"));
        });
        await app.RunAsync();
        await app.Button("Go").ClickAsync();
        Assert.Equal(["callback", "script"], app.Elements("probe").Select(probe => probe.Text));
        await app.RunAsync();
        Assert.Equal(["script"], app.Elements("probe").Select(probe => probe.Text));
    }

    [Fact]
    [Trait("rule", "43")]
    public async Task A_callback_that_throws_is_shown_and_the_rest_goes_on()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Number("A", onChange: () =>
            {
                _log.Add("A");
                throw new InvalidOperationException("A is broken");
            });
            Probe.Number("B", onChange: () => _log.Add("B"));
            Probe.Say("script");
        });
        await app.RunAsync();
        await SetBoth(app, "A", "B");
        Assert.Equal(["A", "B"], _log);
        Assert.Equal("A is broken", app.Exception!.Text);
        Assert.Equal("script", app.Elements("probe")[0].Text);
    }

    [Fact]
    [Trait("rule", "44")]
    public async Task A_rerun_asked_for_in_a_callback_comes_after_the_last_callback()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Number("A", onChange: () =>
            {
                _log.Add("A");
                Ui.Rerun();
            });
            Probe.Number("B", onChange: () => _log.Add("B"));
            _log.Add("script");
        });
        await app.RunAsync();
        await SetBoth(app, "A", "B");
        Assert.Equal(["script", "A", "B", "script"], _log);
        Assert.Null(app.Exception);
    }

    private static Task SetBoth(AppTest app, string first, string second, int value = 5) => app.SendAsync(
        new JsonObject { ["id"] = app.Slider(first).Id, ["value"] = value },
        new JsonObject { ["id"] = app.Slider(second).Id, ["value"] = value });
}
