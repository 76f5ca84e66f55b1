using Refrain.Caching.Recording;
using Refrain.Testing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

public sealed class SpinnerTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    [Trait("case", "118")]
    [Trait("row", "D4")]
    public async Task Only_the_outermost_function_shows_a_spinner_and_only_on_a_miss()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = AppTest.From(() => Outer(reached, go), options => options.Time = _time);
        app.Browser.Hello();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        await app.Browser.Until(page => page.Spinners.Count > 0);
        var spinner = Assert.Single(app.Browser.Read(page => page.Spinners));
        Assert.Equal("Running `Outer(...)`", spinner.Text);
        Assert.False(spinner.ShowTime);
        Assert.InRange(spinner.Elapsed, 0, 3);
        go.Release();
        await app.Browser.Until(page => page.IsSettled);
        Assert.Empty(app.Spinners);

        var shown = 0;
        app.Browser.OnMessage = message => shown += message.TryGetProperty("spinners", out var spinners) ? spinners.GetArrayLength() : 0;
        await app.RunAsync();
        Assert.Equal(0, shown);

        [CacheData]
        static int Outer([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go) => Inner(reached, go);

        [CacheData(Spinner = "never seen")]
        static int Inner([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go)
        {
            reached.Release();
            go.Wait();
            return 1;
        }
    }

    [Fact]
    [Trait("row", "B8")]
    public async Task A_spinner_says_how_far_a_file_is_read_by_a_function_inside_too()
    {
        using var text = new GatedText(50_000);
        await using var app = AppTest.From(() => Load(text), options => options.Time = _time);
        app.Browser.Hello();
        await text.Reached.WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        await app.Browser.Until(page => page.Spinners.Count > 0);
        Assert.Equal(["Running `Load(...)` – 32,768 rows"], app.Spinners);

        text.Go.Release();
        await app.Browser.Until(page => page.IsSettled);
        Assert.Empty(app.Spinners);

        [CacheData]
        static int Load([NotKeyed] GatedText text) => Read(text).RowCount;

        [CacheData]
        static DataFrame Read([NotKeyed] GatedText text) => DataFrame.ReadCsv(text);
    }

    [Fact]
    [Trait("row", "B8")]
    public async Task How_far_a_function_is_is_said_four_times_a_second_at_most()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = AppTest.From(() => Load(reached, go), options => options.Time = _time);
        app.Browser.Hello();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromMilliseconds(20));
        await app.Browser.Until(page => page.Spinners.Any(spinner => spinner.Text.EndsWith("1 of 3", StringComparison.Ordinal)));
        var said = new List<string>();
        app.Browser.OnMessage = message => said.AddRange(
            message.TryGetProperty("spinners", out var spinners) ? spinners.EnumerateArray().Select(spinner => spinner.GetProperty("text").GetString()!) : []);

        go.Release();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromMilliseconds(240));
        go.Release();
        await app.Browser.Until(page => page.IsSettled);

        Assert.DoesNotContain("Running `Load(...)` – 2 of 3", said);

        [CacheData]
        static int Load([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go)
        {
            for (var part = 1; part <= 2; part++)
            {
                FlightProgress.Here!.Report($"{part} of 3");
                reached.Release();
                go.Wait();
            }

            FlightProgress.Here!.Report("3 of 3");
            return 1;
        }
    }

    [Fact]
    [Trait("row", "D4")]
    public async Task A_spinner_says_what_its_options_say()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = AppTest.From(
            () =>
            {
                Quiet(reached, go);
                Fetch(reached, go);
            },
            options => options.Time = _time);
        app.Browser.Hello();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await app.Browser.Until(page => page.Run == 1);
        Assert.Empty(app.Spinners);
        go.Release();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await app.Browser.Until(page => page.Spinners.Count > 0);
        var spinner = Assert.Single(app.Browser.Read(page => page.Spinners));
        Assert.Equal(("Fetching data from API...", true), (spinner.Text, spinner.ShowTime));
        go.Release();
        await app.Browser.Until(page => page.IsSettled);

        [CacheData(ShowSpinner = false)]
        static int Quiet([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go) => Wait(reached, go);

        [CacheData(Spinner = "Fetching data from API...", ShowTime = true)]
        static int Fetch([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go) => Wait(reached, go);

        static int Wait(SemaphoreSlim reached, SemaphoreSlim go)
        {
            reached.Release();
            go.Wait();
            return 1;
        }
    }
}
