using Refrain.Tests.Pages;

namespace Refrain.Tests.Widgets;

public sealed class SessionStateTests
{
    private int _run;
    private int _seen;

    [Fact]
    [Trait("rule", "18")]
    public async Task What_is_assigned_before_the_widget_is_what_it_shows_and_returns()
    {
        await using var app = AppTest.From(() =>
        {
            if (++_run == 2)
                Ui.State["level"] = 42;
            _seen = Probe.Number("Level", 1, key: "level");
        });
        await app.RunAsync();
        var before = Revision(app);
        await app.RunAsync();
        Assert.Equal(42, _seen);
        Assert.Equal(42, app.Slider("level").Value!.Value.GetInt32());
        Assert.True(Revision(app) > before);
        await app.Slider("level").SetAsync(7);
        Assert.Equal(7, _seen);
    }

    [Fact]
    [Trait("rule", "19")]
    public async Task Assigning_after_the_widget_is_refused()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Number("Level", 1, key: "level", file: "/home/ada/sales.cs", line: 5);
            Ui.State["level"] = 42;
        });
        await app.RunAsync();
        Assert.Equal(
            "RFN0521: Ui.State[\"level\"] was set after its widget was called (sales.cs, line 5), which has already given another value to this run. "
            + "Assign before the widget, or in a callback.",
            app.Exception!.Text);
    }

    [Fact]
    [Trait("rule", "20")]
    public async Task Assigning_in_a_callback_is_allowed()
    {
        await using var app = AppTest.From(() =>
        {
            _seen = Probe.Number("Level", 1, key: "level");
            Probe.Press("Reset", onClick: () => Ui.State["level"] = 3);
        });
        await app.RunAsync();
        await app.Slider("level").SetAsync(9);
        await app.Button("Reset").ClickAsync();
        Assert.Equal(3, _seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("rule", "21")]
    public async Task A_button_is_not_assignable(int inRun)
    {
        await using var app = AppTest.From(() =>
        {
            if (++_run == inRun)
                Ui.State["go"] = true;
            Probe.Press("Go", key: "go");
        });
        for (var i = 0; i < inRun; i++)
            await app.RunAsync();
        Assert.Equal(
            "RFN0522: Ui.State[\"go\"] was set, but it is the key of a button, which only a click makes true. Use a name of its own.",
            app.Exception!.Text);
    }

    [Fact]
    [Trait("rule", "23")]
    public async Task Reading_what_was_never_set_is_refused_and_asking_for_it_is_not()
    {
        await using var app = AppTest.From(() =>
        {
            Assert.False(Ui.State.Contains("visits"));
            Assert.False(Ui.State.TryGet<int>("visits", out _));
            _ = Ui.State["visits"];
        });
        await app.RunAsync();
        Assert.Equal(
            "RFN0520: Ui.State[\"visits\"] was read but never set. Set it first, or read it with Ui.State.GetOrAdd(\"visits\", () => ...).",
            app.Exception!.Text);
    }

    [Fact]
    public async Task Reading_as_another_type_is_refused()
    {
        await using var app = AppTest.From(() =>
        {
            Ui.State["visits"] = 1;
            Ui.State.Get<string>("visits");
        });
        await app.RunAsync();
        Assert.Equal("RFN0523: Ui.State[\"visits\"] is of type int, but string was expected. Read it as what it was set as.", app.Exception!.Text);
    }

    [Fact]
    [Trait("rule", "24")]
    public async Task Deleting_a_widgets_key_is_no_reset()
    {
        var removed = false;
        await using var app = AppTest.From(() =>
        {
            if (++_run == 3)
                removed = Ui.State.Remove("level") && !Ui.State.Contains("level");
            _seen = Probe.Number("Level", 1, key: "level");
        });
        await app.RunAsync();
        await app.Slider("level").SetAsync(9);
        await app.RunAsync();
        await app.RunAsync();
        Assert.True(removed);
        Assert.Equal(9, _seen);
    }

    [Fact]
    [Trait("rule", "26")]
    public async Task Names_are_those_of_values_and_keyed_widgets()
    {
        IReadOnlyList<string> keys = [];
        await using var app = AppTest.From(() =>
        {
            Ui.State["visits"] = 1;
            Ui.State.Of<Visits>();
            Probe.Number("Keyed", 1, key: "level");
            Probe.Number("Unkeyed", 1);
            Probe.Press("Go", key: "go");
            keys = Ui.State.Keys;
            _seen = Ui.State.Get<int>("level");
        });
        await app.RunAsync();
        Assert.Equal(["visits", "level"], keys);
        Assert.Equal(1, _seen);
    }

    [Fact]
    [Trait("rule", "27")]
    [Trait("rule", "28")]
    public async Task A_class_of_state_is_the_sessions_own_from_run_to_run()
    {
        var seen = new List<Visits>();
        await using var app = AppTest.From(() =>
        {
            var visits = Ui.State.Of<Visits>();
            visits.Count++;
            seen.Add(visits);
        });
        await app.RunAsync();
        await app.RunAsync();
        var other = new Refrain.Testing.Browsing.Browser(app.App.Sessions, new Refrain.Sessions.Visitor("other", new()));
        other.Hello();
        await other.Until(page => page.IsSettled);
        Assert.Same(seen[0], seen[1]);
        Assert.NotSame(seen[0], seen[2]);
        Assert.Equal((2, 1), (seen[0].Count, seen[2].Count));
    }

    [Fact]
    public async Task State_is_refused_in_a_cached_function_that_everyone_shares()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        Assert.Equal(
            "RFN0513: The cached function 'Load' reads Ui.State, but its value is shared by everyone: one person's data must never be served to all. "
            + "Pass it as an argument, or use Scope = CacheScope.Session.",
            app.Exception!.Text);

#pragma warning disable RFN0702 // What the compiler warns of is refused.
        [CacheData]
        static int Load() => Ui.State.GetOrAdd("secret", () => 1);
#pragma warning restore RFN0702
    }

    [Fact]
    public async Task State_may_be_read_in_a_cached_function_of_the_session()
    {
        await using var app = AppTest.From(() =>
        {
            Ui.State["secret"] = 5;
            _seen = Load();
        });
        await app.RunAsync();
        Assert.Equal(5, _seen);

        [CacheData(Scope = CacheScope.Session)]
        static int Load() => Ui.State.Get<int>("secret");
    }

    private static int Revision(AppTest app) => app.Browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Revision);

    private sealed class Visits
    {
        public int Count { get; set; }
    }
}
