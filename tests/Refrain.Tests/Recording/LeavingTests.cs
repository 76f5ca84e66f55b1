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
