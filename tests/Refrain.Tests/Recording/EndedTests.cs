using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>What outlives the function that started it has no page: it must not draw on its first caller's.</summary>
public sealed class EndedTests
{
    private const string Text =
        "RFN0502: The run that started this has ended, so there is no page to draw on any more. " +
        "Await the work before the script ends, or put its result where the next run finds it.";

    [Fact]
    public async Task A_timer_of_a_shared_resource_is_told()
    {
        Ticker? ticker = null;
        await using var app = AppTest.From(() => ticker = Start());
        await app.RunAsync();
        ticker!.Tick();
        Assert.Equal(Text, (await ticker.Told.Task.WaitAsync(TimeSpan.FromSeconds(30))).Message);
        Assert.Empty(app.Elements("probe"));

        [CacheResource]
        static Ticker Start() => new();
    }

    [Fact]
    public async Task What_a_function_leaves_running_is_told_though_the_run_goes_on()
    {
        var ended = new TaskCompletionSource();
        string? told = null;
        await using var app = AppTest.From(async () =>
        {
            var background = new List<Task<UiException>>();
            Load(ended.Task, background);
            ended.SetResult();
            told = (await background[0]).Message;
        });
        await app.RunAsync();
        Assert.Equal(Text, told);
        Assert.Empty(app.Elements("probe"));

        [CacheData]
        static int Load([NotKeyed] Task ended, [NotKeyed] List<Task<UiException>> background)
        {
            background.Add(Task.Run(async () =>
            {
                await ended;
                return Assert.Throws<UiException>(() => Probe.Say("late"));
            }));
            return 1;
        }
    }

    [Fact]
    public async Task A_container_made_in_a_function_is_of_no_use_after_it()
    {
        var kept = new List<Container>();
        await using var app = AppTest.From(() =>
        {
            Load(kept);
            kept[0].Say("late");
        });
        await app.RunAsync();
        Assert.Equal(Text, app.Exception!.Text);

        [CacheData]
        static int Load([NotKeyed] List<Container> kept)
        {
            kept.Add(Probe.Box());
            return 1;
        }
    }

    [Fact]
    public async Task Session_state_that_was_kept_is_of_no_use_after_its_run()
    {
        SessionState? kept = null;
        Task<UiException>? late = null;
        var ended = new TaskCompletionSource();
        await using var app = AppTest.From(() =>
        {
            kept = Ui.State;
            late = Task.Run(async () =>
            {
                await ended.Task;
                return Assert.Throws<UiException>(() => kept["name"] = "late");
            });
        });
        await app.RunAsync();
        await app.RunAsync();
        ended.SetResult();
        Assert.Equal(Text, (await late!).Message);
        Assert.StartsWith("RFN0501: There is no page", Assert.Throws<UiException>(() => kept!["name"] = "late").Message, StringComparison.Ordinal);
    }

    /// <summary>Ticks when it is told to, on a thread of the pool, in the context in which it was made.</summary>
    private sealed class Ticker : IDisposable
    {
        private readonly Timer _timer;

        public Ticker() => _timer = new Timer(_ => Told.SetResult(Assert.Throws<UiException>(() => Probe.Say("tick"))), null, Timeout.Infinite, Timeout.Infinite);

        public TaskCompletionSource<UiException> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Tick() => _timer.Change(0, Timeout.Infinite);

        public void Dispose() => _timer.Dispose();
    }
}
