using System.Text.Json.Nodes;
using Refrain.Tests.Pages;
using Refrain.Wire;

namespace Refrain.Tests.Recording;

/// <summary>When those who wait for a computation count as gone.</summary>
public sealed class LeavingTests
{
    private readonly Loading _loading = new();

    [Fact]
    public async Task A_moving_slider_does_not_start_a_long_load_anew()
    {
        await using var app = AppTest.From(async () =>
        {
            var level = Probe.Number("Level", 1);
            Probe.Say($"{await LoadAsync(_loading, Ui.Cancellation)} at {level}");
        });
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        await app.Browser.Until(page => page.Children("main").Count > 0);
        var id = app.Slider("Level").Id;
        for (var level = 2; level < 6; level++)
        {
            app.Browser.Input(new JsonObject { ["id"] = id, ["value"] = level });
            await app.Browser.Until(page => page.Seq == level - 1);
        }

        _loading.Go.SetResult();
        await app.Browser.Until(page => page.IsSettled);
        Assert.Equal("loaded at 5", app.Elements("probe")[0].Text);
        Assert.Equal(1, app.Cache.Function("LoadAsync").Executions);
        Assert.False(_loading.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_load_that_the_newer_run_does_not_want_is_told_when_that_run_has_ended()
    {
        await using var app = AppTest.From(async () =>
        {
            if (Probe.Number("Level", 1) == 1)
                await LoadAsync(_loading, Ui.Cancellation);
        });
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        await app.Browser.Until(page => page.Children("main").Count > 0);
        await app.Slider("Level").SetAsync(2);
        await _loading.Cancelled.Task;
    }

    [Fact]
    public async Task Stop_tells_the_load_at_once()
    {
        await using var app = AppTest.From(() => LoadAsync(_loading, Ui.Cancellation));
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        app.Browser.Send("stop");
        await app.Browser.Until(page => page.State == RunState.Stopped);
        await _loading.Cancelled.Task;
    }

    [Fact]
    public async Task The_end_of_the_session_tells_the_load_at_once()
    {
        var app = AppTest.From(() => LoadAsync(_loading, Ui.Cancellation));
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        await app.DisposeAsync();
        await _loading.Cancelled.Task;
    }

    [Fact]
    public async Task Stop_tells_a_load_that_the_run_before_the_stopped_one_began()
    {
        await using var app = AppTest.From(async () =>
        {
            Probe.Number("Level", 1);
            await LoadAsync(_loading, Ui.Cancellation);
        });
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        await app.Browser.Until(page => page.Children("main").Count > 0);
        app.Browser.Input(new JsonObject { ["id"] = app.Slider("Level").Id, ["value"] = 2 });
        await app.Browser.Until(page => page.Run == 2 && page.Spinners.Count > 0);
        Assert.False(_loading.Token.IsCancellationRequested);
        app.Browser.Send("stop");
        await _loading.Cancelled.Task;
        Assert.Equal(1, app.Cache.Function("LoadAsync").Executions);
    }

    [Fact]
    public async Task A_token_of_its_own_tells_the_load_at_once_and_the_script_goes_on()
    {
        using var own = new CancellationTokenSource();
        await using var app = AppTest.From(async () =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadAsync(_loading, own.Token));
            Probe.Say("given up");
        });
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        await own.CancelAsync();
        await _loading.Cancelled.Task;
        await app.Browser.Until(page => page.IsSettled);
        Assert.Equal("given up", Assert.Single(app.Elements("probe")).Text);
    }

    [Fact]
    public async Task Who_runs_a_synchronous_body_leaves_when_it_returns()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say(LoadNow(_loading, Ui.Cancellation));
        });
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        app.Browser.Send("stop");
        await app.Browser.Until(page => page.State == RunState.Stopped);
        Assert.False(_loading.Token.IsCancellationRequested);
        _loading.Go.SetResult();
        await app.RunAsync();
        Assert.Equal("loaded", Assert.Single(app.Elements("probe")).Text);
        Assert.Equal(1, app.Cache.Function("LoadNow").Executions);

        [CacheData]
        static string LoadNow([NotKeyed] Loading loading, CancellationToken cancellation)
        {
            loading.Token = cancellation;
            loading.Started.Release();
            loading.Go.Task.GetAwaiter().GetResult();
            return "loaded";
        }
    }

    [Fact]
    public async Task A_load_that_takes_no_token_runs_to_its_end_and_is_stored_though_everyone_has_left()
    {
        await using var app = AppTest.From(async () => Probe.Say(await LoadToEndAsync(_loading)));
        app.Browser.Hello();
        await _loading.Started.WaitAsync();
        app.Browser.Send("stop");
        await app.Browser.Until(page => page.State == RunState.Stopped);
        _loading.Go.SetResult();
        await app.RunAsync();
        Assert.Equal("loaded", Assert.Single(app.Elements("probe")).Text);
        Assert.Equal(1, app.Cache.Function("LoadToEndAsync").Executions);

        [CacheData]
        static async Task<string> LoadToEndAsync([NotKeyed] Loading loading)
        {
            loading.Started.Release();
            await loading.Go.Task;
            return "loaded";
        }
    }

    [CacheData]
    private static async Task<string> LoadAsync([NotKeyed] Loading loading, CancellationToken cancellation)
    {
        loading.Token = cancellation;
        loading.Started.Release();
        try
        {
            await loading.Go.Task.WaitAsync(cancellation);
            return "loaded";
        }
        catch (OperationCanceledException)
        {
            loading.Cancelled.SetResult();
            throw;
        }
    }

    private sealed class Loading
    {
        public SemaphoreSlim Started { get; } = new(0);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Token { get; set; }
    }
}
