using Refrain.Tests.Pages;
using Refrain.Wire;

namespace Refrain.Tests.Runs;

/// <summary>The table "End of a run".</summary>
public sealed class RunEndTests
{
    private int _run;
    private int _level;

    [Fact]
    public async Task Reaching_the_end_removes_what_was_not_drawn_and_drops_what_was_not_called()
    {
        await using var app = AppTest.From(() =>
        {
            if (++_run != 3)
                _level = Probe.Number("Level", 1);
            Probe.Say("always");
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        await app.RunAsync();
        Assert.Equal(["probe"], Kinds(app));
        await app.RunAsync();
        Assert.Equal(1, _level);
    }

    [Fact]
    public async Task Stopping_keeps_values_and_removes_what_was_not_drawn()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say("first");
            if (++_run == 3)
                Ui.Stop();
            _level = Probe.Number("Level", 1);
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        await app.RunAsync();
        Assert.Equal(RunState.Stopped, app.Browser.Read(page => page.State));
        Assert.Equal(["probe"], Kinds(app));
        await app.RunAsync();
        Assert.Equal(5, _level);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task An_exception_is_shown_where_it_happened_and_the_next_rerun_recovers()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say("before");
            if (++_run == 3)
                Fails();
            _level = Probe.Number("Level", 1);
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        await app.RunAsync();
        Assert.Equal(RunState.Failed, app.Browser.Read(page => page.State));
        Assert.Equal(["probe", "exception"], Kinds(app));
        Assert.Equal("the disk is full", app.Exception!.Text);
        Assert.Equal("InvalidOperationException", app.Exception["title"]);
        var frames = app.Exception.Props.GetProperty("frames").EnumerateArray().ToArray();
        Assert.Equal("RunEndTests.Fails", frames[0].GetProperty("method").GetString());
        Assert.Equal("RunEndTests.cs", frames[0].GetProperty("file").GetString());
        await app.RunAsync();
        Assert.Null(app.Exception);
        Assert.Equal(5, _level);
    }

    [Fact]
    public async Task Outside_development_the_page_has_a_number_that_the_log_has_too()
    {
        var log = new RecordedLog();
        await using var app = AppTest.From(Fails, options => (options.Development, options.Logger) = (false, log));
        await app.RunAsync();
        var reference = app.Exception!["reference"];
        Assert.DoesNotContain("disk", app.Exception.Props.GetRawText(), StringComparison.Ordinal);
        Assert.Equal($"Run 1 failed. Reference {reference}.", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task A_rerun_keeps_values_and_what_is_on_the_page_until_the_next_run_has_drawn_it()
    {
        var states = new List<string>();
        await using var app = AppTest.From(() =>
        {
            if (++_run == 3)
                Ui.Rerun();
            _level = Probe.Number("Level", 1);
            Probe.Say($"run {_run}");
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        app.Browser.OnMessage = message => states.Add(message.GetRawText());
        await app.RunAsync();
        Assert.Equal(4, _run);
        Assert.Equal(5, _level);
        Assert.Equal(["slider", "probe"], Kinds(app));
        Assert.DoesNotContain(states, state => state.Contains("\"children\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_click_a_stopped_run_never_asked_for_is_not_given_to_the_next()
    {
        var pressed = new List<bool>();
        await using var app = AppTest.From(() =>
        {
            if (++_run == 2)
                Ui.Stop();
            pressed.Add(Probe.Press("Go"));
        });
        await app.RunAsync();
        await app.Button("Go").ClickAsync();
        await app.RunAsync();
        Assert.Equal([false, false], pressed);
    }

    [Fact]
    public async Task Catching_what_ends_a_run_is_no_way_out()
    {
        var after = 0;
        await using var app = AppTest.From(() =>
        {
            try
            {
                Ui.Stop();
            }
            catch (Exception)
            {
                Probe.Say("drawn by a run that is over");
            }

            after++;
        });
        await app.RunAsync();
        Assert.Equal(0, after);
        Assert.Empty(app.Elements("probe"));
        Assert.Null(app.Exception);
        Assert.Equal(RunState.Stopped, app.Browser.Read(page => page.State));
    }

    [Fact]
    public async Task A_script_may_await_and_stays_on_threads_of_its_own()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var threads = new List<string?>();
        await using var app = AppTest.From(async () =>
        {
            threads.Add(Thread.CurrentThread.Name);
            await gate.Task;
            threads.Add(Thread.CurrentThread.Name);
            Probe.Say("after");
        });
        var run = app.RunAsync();
        gate.SetResult();
        await run;
        Assert.Equal(["Refrain run", "Refrain run"], threads);
        Assert.Equal("after", app.Elements("probe")[0].Text);
    }

    private static void Fails() => throw new InvalidOperationException("the disk is full");

    private static string[] Kinds(AppTest app) => app.Browser.Read(page => page.Under("main").Select(node => node.Kind).ToArray());
}
