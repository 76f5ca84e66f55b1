using System.Security.Claims;
using System.Text.Json.Nodes;
using Refrain.Sessions;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;
using Refrain.Wire;

namespace Refrain.Tests.Recording;

/// <summary>Several pages wait for one computation.</summary>
[Trait("row", "D10")]
public sealed class JoiningTests
{
    private readonly Load _load = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_page_shows_its_own_spinner_and_gets_what_was_drawn_at_the_place_of_its_own_call(bool asynchronous)
    {
        await using var app = AppTest.From(async () =>
        {
            Probe.Say("above");
            using var place = Ui.User.Identity?.Name == "second" ? Ui.Sidebar.Enter() : Probe.Box().Enter();
            _ = asynchronous ? await LoadAsync(_load) : LoadNow(_load);
            Probe.Say("below");
        });
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        second.Hello();
        await second.Until(page => page.Spinners.Count > 0);
        await first.Until(page => page.Spinners.Count > 0);
        Assert.Equal(Spinners(first), Spinners(second));
        _load.Go.SetResult();
        await Task.WhenAll(first.Until(page => page.IsSettled), second.Until(page => page.IsSettled));
        Assert.Equal(["above", "container", "loaded", "below"], Texts(first));
        Assert.Equal(["above"], Texts(second));
        Assert.Equal(["loaded", "below"], Texts(second, "sidebar"));
        Assert.Empty(Spinners(first).Concat(Spinners(second)));
        Assert.Equal(1, app.Cache.Functions.Single().Executions);
    }

    [Fact]
    public async Task A_page_that_joins_inside_another_cached_function_shows_the_outermost_spinner_alone()
    {
        var script = "first";
        await using var app = AppTest.From(() => _ = script == "first" ? LoadNow(_load) : Outer(_load));
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        script = "second";
        second.Hello();
        await second.Until(page => page.Spinners.Count > 0);
        await Joined(app, "LoadNow", 2);
        Assert.Equal(["Running `Outer(...)`"], Spinners(second));
        _load.Go.SetResult();
        await second.Until(page => page.IsSettled);
        Assert.Equal(["outer", "loaded"], Texts(second));

        [CacheData]
        static int Outer([NotKeyed] Load load)
        {
            Probe.Say("outer");
            return LoadNow(load);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_is_everyones_at_once_and_the_next_call_runs_again(bool asynchronous)
    {
        await using var app = AppTest.From(async () => _ = asynchronous ? await LoadAsync(_load) : LoadNow(_load));
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        second.Hello();
        await Joined(app, null, 2);
        _load.Go.SetException(new InvalidOperationException("no data"));
        await Task.WhenAll(first.Until(page => page.IsSettled), second.Until(page => page.IsSettled));
        foreach (var browser in (Browser[])[first, second])
        {
            Assert.Equal(["no data"], Texts(browser));
            Assert.Equal(RunState.Failed, browser.Read(page => page.State));
        }

        Assert.Equal((1, 0), (app.Cache.Functions.Single().Executions, app.Cache.Functions.Single().Entries));
        first.Send("rerun");
        await first.Until(page => page.Run == 2 && page.IsSettled);
        Assert.Equal(2, app.Cache.Functions.Single().Executions);
    }

    [Fact]
    public async Task When_the_page_that_started_it_stops_the_other_one_gets_it_with_all_it_drew()
    {
        await using var app = AppTest.From(() => LoadAsync(_load, Ui.Cancellation));
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        second.Hello();
        await Joined(app, "LoadAsync", 2);
        first.Send("stop");
        await first.Until(page => page.State == RunState.Stopped);
        Assert.False(_load.Token.IsCancellationRequested);
        _load.Go.SetResult();
        await second.Until(page => page.IsSettled);
        Assert.Equal(["loaded"], Texts(second));
        Assert.Equal((1, 1), (app.Cache.Function("LoadAsync").Executions, app.Cache.Function("LoadAsync").Entries));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_stops_while_it_waits_leaves_at_once_and_alone(bool asynchronous)
    {
        await using var app = AppTest.From(async () => _ = asynchronous ? await LoadAsync(_load) : LoadNow(_load));
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        second.Hello();
        await Joined(app, null, 2);
        second.Send("stop");
        await second.Until(page => page.State == RunState.Stopped);
        await Joined(app, null, 1);
        Assert.Empty(Spinners(second));
        _load.Go.SetResult();
        await first.Until(page => page.IsSettled);
        Assert.Equal(["loaded"], Texts(first));
        Assert.Empty(Texts(second));
    }

    [Fact]
    public async Task An_input_interrupts_a_page_that_waits_and_its_next_run_joins_again()
    {
        await using var app = AppTest.From(() =>
        {
            var level = Probe.Number("Level", 1);
            LoadNow(_load);
            Probe.Say($"at {level}");
        });
        var (first, second) = (Visit(app, "first"), Visit(app, "second"));
        first.Hello();
        await _load.Started.WaitAsync();
        second.Hello();
        await Joined(app, "LoadNow", 2);
        await second.Until(page => page.Children("main").Count > 0);
        var id = second.Read(page => page.Nodes.Single(node => node.Kind == "slider").Id);
        second.Input(new JsonObject { ["id"] = id, ["value"] = 7 });
        await second.Until(page => page.Run == 2 && page.Spinners.Count > 0);
        _load.Go.SetResult();
        await Task.WhenAll(first.Until(page => page.IsSettled), second.Until(page => page.IsSettled));
        Assert.Equal(["loaded", "at 7"], Texts(second));
        Assert.Equal(["loaded", "at 1"], Texts(first));
        Assert.Equal(1, app.Cache.Function("LoadNow").Executions);
    }

    private static Browser Visit(AppTest app, string cookie) =>
        new(app.App.Sessions, new Visitor(cookie, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, cookie)], "test"))));

    private static string[] Spinners(Browser browser) => browser.Read(page => page.Spinners.Select(spinner => spinner.Text).ToArray());

    private static string[] Texts(Browser browser, string area = "main") => browser.Read(page =>
        page.Under(area).Where(node => node.Kind != "slider").Select(node => node.Kind == "container" ? "container" : new ElementView(node).Text).ToArray());

    /// <summary>Waits until so many callers wait for the one function, or the one of this name.</summary>
    private static Task Joined(AppTest app, string? function, int callers) => Task.Run(() => Assert.True(SpinWait.SpinUntil(
        () => app.Cache.Functions.Where(each => function is null || each.Name == function).Sum(each => each.Waiting) == callers,
        TimeSpan.FromSeconds(30))));

    [CacheData]
    private static int LoadNow([NotKeyed] Load load)
    {
        load.Started.Release();
        load.Go.Task.GetAwaiter().GetResult();
        Probe.Say("loaded");
        return 1;
    }

    [CacheData]
    private static async Task<int> LoadAsync([NotKeyed] Load load, CancellationToken cancellation = default)
    {
        load.Token = cancellation;
        load.Started.Release();
        await load.Go.Task;
        Probe.Say("loaded");
        return 1;
    }

    private sealed class Load
    {
        public SemaphoreSlim Started { get; } = new(0);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Token { get; set; }
    }
}
