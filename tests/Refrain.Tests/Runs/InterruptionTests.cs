using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;
using Refrain.Wire;

namespace Refrain.Tests.Runs;

public sealed class InterruptionTests
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _run;

    [Fact]
    [Trait("row", "A5")]
    public async Task A_newer_interaction_interrupts_the_run_at_its_next_call()
    {
        var finished = new List<int>();
        await using var app = AppTest.From(() =>
        {
            var level = Probe.Number("Level", 1);
            if (++_run == 2)
                Hang();
            Probe.Say("after");
            finished.Add(level);
        });
        await app.RunAsync();
        var first = app.Slider("Level").SetAsync(2);
        await _reached.Task;
        await app.Slider("Level").SetAsync(3);
        _go.SetResult();
        await first;
        Assert.Equal([1, 3], finished);
        Assert.Equal(3, app.Slider("Level").Value!.Value.GetInt32());
    }

    [Fact]
    public async Task The_token_of_an_interrupted_run_is_cancelled_and_the_new_run_starts_at_once()
    {
        var cancelled = new TaskCompletionSource();
        await using var app = AppTest.From(async () =>
        {
            Probe.Number("Level", 1);
            if (++_run != 2)
                return;
            using var registration = Ui.Cancellation.Register(cancelled.SetResult);
            _reached.SetResult();
            await _go.Task;
        });
        await app.RunAsync();
        var first = app.Slider("Level").SetAsync(2);
        await _reached.Task;
        await app.Slider("Level").SetAsync(3);
        await cancelled.Task;
        Assert.Equal(3, app.Browser.Read(page => page.Run));
        _go.SetResult();
        await first;
    }

    [Fact]
    [Trait("row", "A4")]
    public async Task Stop_frees_the_page_while_the_code_still_hangs()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say("drawn");
            Hang();
            Probe.Say("never");
        });
        app.Browser.Hello();
        await _reached.Task;
        app.Browser.Send("stop");
        await app.Browser.Until(page => page.State == RunState.Stopped);
        Assert.Equal(["drawn"], app.Elements("probe").Select(probe => probe.Text));
        _go.SetResult();
        await app.RunAsync();
        Assert.Equal(["drawn", "never"], app.Elements("probe").Select(probe => probe.Text));
    }

    [Fact]
    public async Task Whoever_watches_the_server_is_told_where_a_stopped_run_hangs_unless_it_returns_soon()
    {
        var time = new ManualTimeProvider();
        var log = new RecordedLog();
        using var hanging = new SemaphoreSlim(0);
        await using var app = AppTest.From(
            () =>
            {
                Probe.Number("Level", 1, file: "/home/ada/endless.cs", line: 3);
                if (++_run == 1)
                    _reached.SetResult();
                hanging.Wait();
            },
            options => (options.Time, options.Logger) = (time, log));
        app.Browser.Hello();
        await _reached.Task;
        app.Browser.Send("stop");
        await app.Browser.Until(page => page.State == RunState.Stopped);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(log.Lines);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            "A run that is over for its page still executes: after endless.cs, line 3. It keeps a thread until it returns; a loop should look at Ui.Cancellation.",
            Assert.Single(log.Lines));

        hanging.Release(2);
        await app.RunAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task Beyond_one_abandoned_run_the_batch_waits_and_the_page_names_the_line()
    {
        var time = new ManualTimeProvider();
        var hanging = new SemaphoreSlim(0);
        var reached = new SemaphoreSlim(0);
        await using var app = AppTest.From(
            () =>
            {
                Probe.Number("Level", 1, file: "/home/ada/slow.cs", line: 12);
                if (++_run is 2 or 3)
                {
                    reached.Release();
                    hanging.Wait();
                }
            },
            options => options.Time = time);
        await app.RunAsync();
        var first = app.Slider("Level").SetAsync(2);
        await reached.WaitAsync();
        var second = app.Slider("Level").SetAsync(3);
        await reached.WaitAsync();
        var third = app.Slider("Level").SetAsync(4);
        Assert.Empty(app.Spinners);
        time.Advance(TimeSpan.FromMilliseconds(500));
        time.Advance(TimeSpan.FromMilliseconds(10));
        await app.Browser.Until(page => page.Spinners.Count > 0);
        Assert.Equal("Waiting for the last run: after slow.cs, line 12", Assert.Single(app.Spinners));
        hanging.Release(2);
        await Task.WhenAll(first, second, third);
        Assert.Equal(4, _run);
        Assert.Empty(app.Spinners);
        Assert.Equal(4, app.Slider("Level").Value!.Value.GetInt32());
    }

    [Fact]
    public async Task A_click_the_interrupted_run_has_not_seen_goes_to_the_next_and_one_it_has_seen_does_not()
    {
        var pressed = new List<(int Run, bool Early, bool Late)>();
        await using var app = AppTest.From(() =>
        {
            var run = ++_run;
            var early = Probe.Press("Early");
            Probe.Number("Level", 1);
            if (run == 2)
                Hang();
            var late = Probe.Press("Late");
            pressed.Add((run, early, late));
        });
        await app.RunAsync();
        var (early, late) = (app.Button("Early").Id, app.Button("Late").Id);
        var first = app.SendAsync(Click(early), Click(late));
        await _reached.Task;
        await app.Slider("Level").SetAsync(3);
        _go.SetResult();
        await first;
        Assert.Equal([(1, false, false), (3, false, true)], pressed);
    }

    [Fact]
    public async Task While_a_run_goes_on_the_page_says_what_of_it_is_fresh()
    {
        var time = new ManualTimeProvider();
        await using var app = AppTest.From(
            () =>
            {
                Probe.Say("one");
                Probe.Say("two");
                if (++_run == 2)
                    Hang();
                Probe.Say("three");
            },
            options => options.Time = time);
        await app.RunAsync();
        var again = app.RunAsync();
        await _reached.Task;
        time.Advance(TimeSpan.FromMilliseconds(10));
        await app.Browser.Until(page => page.State == RunState.Running);
        Assert.Equal((2, 3), app.Browser.Read(page => (page.Fresh("main"), page.Children("main").Count)));
        _go.SetResult();
        await again;
    }

    private static System.Text.Json.Nodes.JsonObject Click(string id) => new() { ["id"] = id, ["click"] = true };

    private void Hang()
    {
        _reached.TrySetResult();
        _go.Task.Wait();
    }
}
