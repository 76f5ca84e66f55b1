using System.Security.Claims;
using System.Text.Json.Nodes;
using Refrain.Sessions;
using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

#pragma warning disable RFN0700 // A test makes few combinations.

namespace Refrain.Tests.Recording;

/// <summary>Widgets in cached functions that allow them: their values are part of the key.</summary>
[Trait("row", "E3")]
public sealed class AllowedWidgetsTests
{
    private readonly Trace _trace = new();

    [Fact]
    public async Task Each_value_is_an_entry_of_its_own_and_runs_once()
    {
        await using var app = AppTest.From(() => Probe.Say($"{Level(_trace)}"));
        await app.RunAsync();
        Assert.Equal(["level 1", "1"], Texts(app));
        foreach (var value in (int[])[7, 1, 7])
        {
            await app.Slider("Level").SetAsync(value);
            Assert.Equal("the value of a widget changed", app.Cache.Function("Level").LastMiss);
            Assert.Equal([$"level {value}", $"{value}"], Texts(app));
            Assert.Equal(value, app.Slider("Level").Value!.Value.GetInt32());
        }

        await app.RunAsync();
        Assert.Equal(["level 7", "7"], Texts(app));
        Assert.Equal([1, 7], _trace.Values);
        Assert.Equal((2, 2), (app.Cache.Function("Level").Executions, app.Cache.Function("Level").Entries));
        Assert.Equal(["Level = 1", "Level = 7"], app.Cache.Function("Level").Details.Select(entry => entry.Arguments).Order(StringComparer.Ordinal));
        Assert.Null(app.Exception);
    }

    [Fact]
    public async Task Each_session_has_its_own_value_and_shares_the_entries()
    {
        await using var app = AppTest.From(() => Probe.Say($"{Level(_trace)}"));
        var (ada, bob) = (Visit(app, "ada"), Visit(app, "bob"));
        foreach (var browser in (Browser[])[ada, bob])
        {
            browser.Hello();
            await browser.Until(page => page.Run == 1 && page.IsSettled);
            Assert.Equal(["level 1", "1"], Texts(browser));
        }

        await SetAsync(ada, 5);
        Assert.Equal(["level 5", "5", "level 1", "1"], Texts(ada).Concat(Texts(bob)));
        await SetAsync(bob, 5);
        await SetAsync(ada, 1);
        Assert.Equal(["level 1", "1", "level 5", "5"], Texts(ada).Concat(Texts(bob)));
        Assert.Equal([1, 5], _trace.Values);
    }

    [Fact]
    public async Task Which_widget_comes_second_may_depend_on_the_first()
    {
        await using var app = AppTest.From(() => Probe.Say(Choose(_trace)));
        await app.RunAsync();
        Assert.Equal(["small 10"], Texts(app));
        await app.Slider("Small").SetAsync(11);
        await app.Slider("Level").SetAsync(60);
        Assert.Equal(["large 20"], Texts(app));
        await app.Slider("Large").SetAsync(21);
        await app.Slider("Large").SetAsync(20);
        Assert.Equal(["large 20"], Texts(app));
        await app.Slider("Level").SetAsync(1);
        Assert.Equal(["small 10"], Texts(app));
        Assert.Equal([10, 11, 20, 21], _trace.Values);

        [CacheData(AllowWidgets = true)]
        static string Choose([NotKeyed] Trace trace) => Ui.Slider("Level", 0, 100, 1) > 50
            ? $"large {trace.Note(Ui.Slider("Large", 0, 100, 20))}"
            : $"small {trace.Note(Ui.Slider("Small", 0, 100, 10))}";
    }

    [Fact]
    public async Task A_function_around_has_the_widgets_of_the_one_inside_whether_that_runs_or_not()
    {
        await using var app = AppTest.From(() => Probe.Say($"{Outer(_trace)} {Outer(_trace)}"));
        await app.RunAsync();
        Assert.Equal(["level 1", "level 1", "level 1", "level 1", "1+1 1+1"], Texts(app));
        for (var i = 0; i < 4; i++)
        {
            await app.Slider(i).SetAsync(i + 2);
            Assert.Equal(i + 2, app.Slider(i).Value!.Value.GetInt32());
        }

        Assert.Equal(["level 2", "level 3", "level 4", "level 5", "2+3 4+5"], Texts(app));
        Assert.Equal([1, 2, 3, 4, 5], _trace.Values);

        [CacheData(AllowWidgets = true)]
        static string Outer([NotKeyed] Trace trace) => $"{Level(trace)}+{Level(trace)}";
    }

    [Fact]
    public async Task Equal_widgets_are_told_apart_by_their_order_and_not_by_where_they_stand()
    {
        await using var app = AppTest.From(() =>
        {
            var outside = Ui.Slider("Level", 0, 100, 1);
            Probe.Say($"{outside} {Two()}");
        });
        await app.RunAsync();
        Assert.Equal(["1 1 1"], Texts(app));
        for (var run = 0; run < 2; run++)
        {
            await app.Slider(0).SetAsync(2 + (10 * run));
            await app.Slider(1).SetAsync(3 + (10 * run));
            await app.Slider(2).SetAsync(4 + (10 * run));
            var shown = Texts(app);
            await app.RunAsync();
            Assert.Equal(shown, Texts(app));
            Assert.Equal([run == 0 ? "2 4 3" : "12 14 13"], shown);
        }

        [CacheData(AllowWidgets = true)]
        static string Two()
        {
            var above = Probe.Box();
            var first = Ui.Slider("Level", 0, 100, 1);
            return $"{first} {above.Slider("Level", 0, 100, 1)}";
        }
    }

    [Fact]
    public async Task A_click_is_true_in_one_run()
    {
        await using var app = AppTest.From(() => Probe.Say($"{Pressed()}"));
        await app.RunAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await app.Button(0).ClickAsync();
            Assert.Equal(["True"], Texts(app));
            await app.RunAsync();
            Assert.Equal(["False"], Texts(app));
        }

        Assert.Equal((2, 2), (app.Cache.Function("Pressed").Executions, app.Cache.Function("Pressed").Entries));

        [CacheData(AllowWidgets = true)]
        static bool Pressed() => Ui.Button("Go");
    }

    [Fact]
    public async Task A_value_assigned_to_a_key_counts_before_the_widget_has_it()
    {
        var assign = 0;
        await using var app = AppTest.From(() =>
        {
            if (assign > 0)
                Ui.State["level"] = assign;
            Probe.Say($"{Keyed(_trace)}");
        });
        foreach (var value in (int[])[0, 5, 6, 5])
        {
            assign = value;
            await app.RunAsync();
            Assert.Equal([$"{value}"], Texts(app));
        }

        assign = 0;
        await app.RunAsync();
        Assert.Equal(["5"], Texts(app));
        Assert.Equal([0, 5, 6], _trace.Values);

        [CacheData(AllowWidgets = true)]
        static int Keyed([NotKeyed] Trace trace) => trace.Note(Ui.Slider("Level", key: "level"));
    }

    [Fact]
    public async Task Two_calls_with_one_key_are_refused_on_a_hit_too()
    {
        await using var app = AppTest.From(() => _ = Keyed(1) + Keyed(1));
        await app.RunAsync();
        Assert.StartsWith("RFN0503: The key 'level' is used twice in one run", app.Exception!.Text, StringComparison.Ordinal);

        [CacheData(AllowWidgets = true)]
        static int Keyed(int x) => x + Ui.Slider("Level", key: "level");
    }

    [Fact]
    public async Task A_clear_of_arguments_clears_all_their_combinations()
    {
        var cleared = -1;
        await using var app = AppTest.From(() =>
        {
            if (cleared == 0)
                cleared = Cache.Clear(Of, 1);
            Probe.Say($"{Of(1, _trace)} {Of(2, _trace)}");
        });
        await app.RunAsync();
        await app.Slider(0).SetAsync(5);
        Assert.Equal(3, app.Cache.Function("Of").Entries);
        cleared = 0;
        await app.RunAsync();
        Assert.Equal((2, 2), (cleared, app.Cache.Function("Of").Entries));
        Assert.Equal(["6 2"], Texts(app));
        Assert.Equal([1, 2, 6, 6], _trace.Values.Order());

        [CacheData(AllowWidgets = true)]
        static int Of(int x, [NotKeyed] Trace trace) => trace.Note(x + Ui.Slider("Level", 0, 100, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_page_that_waits_goes_its_own_way_when_its_values_differ(int value)
    {
        using var go = new SemaphoreSlim(0);
        await using var app = AppTest.From(async () =>
        {
            if (Ui.User.Identity!.Name == "bob")
                Ui.State["level"] = value;
            Probe.Say($"{await SlowAsync(_trace, go)}");
        });
        var (ada, bob) = (Visit(app, "ada"), Visit(app, "bob"));
        ada.Hello();
        await Waiting(app, 1);
        bob.Hello();
        await Waiting(app, 2);
        go.Release();
        await Until(() => _trace.Values.Count == 1);
        if (value != 1)
            await Until(() => app.Cache.Function("SlowAsync").Executions == 2);
        go.Release(5);
        await Task.WhenAll(ada.Until(page => page.IsSettled), bob.Until(page => page.IsSettled));
        Assert.Equal(["1", $"{value}"], Texts(ada).Concat(Texts(bob)));
        Assert.Equal(value == 1 ? 1 : 2, app.Cache.Function("SlowAsync").Executions);

        [CacheData(AllowWidgets = true)]
        static async Task<int> SlowAsync([NotKeyed] Trace trace, [NotKeyed] SemaphoreSlim go)
        {
            await go.WaitAsync();
            var level = trace.Note(Ui.Slider("Level", 0, 100, 1, key: "level"));
            await go.WaitAsync();
            return level;
        }
    }

    [Fact]
    public async Task A_function_around_that_does_not_allow_them_is_refused_on_a_hit_too()
    {
        await using var app = AppTest.From(() =>
        {
            Level(_trace);
            Outer(_trace);
        });
        await app.RunAsync();
        Assert.StartsWith("RFN0510: The cached function 'Outer' calls the widget 'slider' (AllowedWidgetsTests.cs, line ", app.Exception!.Text, StringComparison.Ordinal);

        [CacheData]
        static int Outer([NotKeyed] Trace trace) => Level(trace);
    }

    [Fact]
    public async Task A_refresh_is_refused_widgets_and_the_old_value_stays()
    {
        var time = new ManualTimeProvider();
        await using var app = AppTest.From(() => Probe.Say($"{Aging(_trace)}"), options => options.Time = time);
        await app.RunAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync();
        await Until(() => app.Cache.Function("Aging").Failures == 1);
        await app.RunAsync();
        Assert.Equal(["0"], Texts(app));
        Assert.Equal(
            "RFN0514: The cached function 'Aging' calls the widget 'slider' (sales.cs, line 8) in a refresh, which runs behind the pages, so the widget "
            + "has no value there. Leave out StaleFor, or call the widget outside and pass its value as an argument.",
            _trace.Error);

        [CacheData(AllowWidgets = true, Ttl = "1m", StaleFor = "10m")]
        static int Aging([NotKeyed] Trace trace)
        {
            try
            {
                return Probe.Number("Level", file: "/home/ada/sales.cs", line: 8);
            }
            catch (CacheReplayException refused)
            {
                trace.Error = refused.Message;
                throw;
            }
        }
    }

    [CacheData(AllowWidgets = true)]
    private static int Level([NotKeyed] Trace trace)
    {
        var level = trace.Note(Ui.Slider("Level", 0, 100, 1));
        Probe.Say($"level {level}");
        return level;
    }

    private static Browser Visit(AppTest app, string cookie) =>
        new(app.App.Sessions, new Visitor(cookie, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, cookie)], "test"))));

    private static async Task SetAsync(Browser browser, int value)
    {
        var id = browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Id);
        var seq = browser.Input(new JsonObject { ["id"] = id, ["value"] = value });
        await browser.Until(page => page.Seq >= seq && page.IsSettled);
    }

    private static string[] Texts(AppTest app) => Texts(app.Browser);

    private static string[] Texts(Browser browser) => browser.Read(page =>
        page.Under("main").Where(node => node.Kind == "probe").Select(node => new ElementView(node).Text).ToArray());

    private static Task Waiting(AppTest app, int callers) => Until(() => app.Cache.Functions.Sum(each => each.Waiting) == callers);

    private static Task Until(Func<bool> condition) => Task.Run(() => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(30))));

    private sealed class Trace
    {
        private readonly List<int> _values = [];

        public IReadOnlyList<int> Values
        {
            get
            {
                lock (_values)
                    return [.. _values];
            }
        }

        public string? Error { get; set; }

        public int Note(int value)
        {
            lock (_values)
                _values.Add(value);
            return value;
        }
    }
}
