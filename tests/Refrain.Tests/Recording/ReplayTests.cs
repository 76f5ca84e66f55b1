using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

public sealed class ReplayTests
{
    private static int _runs;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("row", "E1")]
    [Trait("case", "114")]
    public async Task What_a_cached_function_draws_is_drawn_again_on_every_hit(bool resource)
    {
        var tag = Guid.NewGuid().ToString();
        var before = _runs;
        await using var app = AppTest.From(() =>
        {
            Probe.Say("above");
            _ = resource ? Resource(tag) : Data(tag);
            Probe.Say("below");
        });
        await app.RunAsync();
        var first = Texts(app);
        Assert.Equal(["above", "drawn", "below"], first);
        var ids = Ids(app);
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(first, Texts(app));
            Assert.Equal(ids, Ids(app));
        }

        Assert.Equal(before + 1, _runs);

        [CacheData]
        static int Data(string tag) => Draw(tag);

        [CacheResource]
        static object Resource(string tag) => Draw(tag);

        static int Draw(string tag)
        {
            _ = tag;
            Probe.Say("drawn");
            return Interlocked.Increment(ref _runs);
        }
    }

    [Fact]
    [Trait("row", "E1")]
    public async Task What_one_session_drew_is_drawn_again_in_another()
    {
        await using var app = AppTest.From(() =>
        {
            using (Ui.Sidebar.Enter())
                Load();
        });
        await app.RunAsync();
        var other = new Refrain.Testing.Browsing.Browser(app.App.Sessions, new Refrain.Sessions.Visitor("other", new()));
        other.Hello();
        await other.Until(page => page.IsSettled);
        Assert.Equal(["probe"], other.Read(page => page.Under("sidebar").Select(node => node.Kind).ToArray()));

        [CacheData]
        static int Load()
        {
            Probe.Say("drawn once");
            return 1;
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [Trait("case", "109")]
    public async Task A_hit_of_an_outer_function_replays_what_inner_ones_drew_in_order(bool outerIsResource, bool innerIsResource)
    {
        var round = 0;
        await using var app = AppTest.From(() =>
        {
            // all miss; the outer one hits; the outer one misses and the inner ones hit, twice with one of them drawn here before
            var key = ++round < 3 ? 1 : round;
            if (round == 4)
                _ = innerIsResource ? InnerResource(2) : InnerData(2);
            _ = outerIsResource ? OuterResource(key, innerIsResource) : OuterData(key, innerIsResource);
        });
        string[] whole = ["outer before", "inner 1", "inner 2", "outer after"];
        for (var i = 0; i < 3; i++)
        {
            await app.RunAsync();
            Assert.Equal(whole, Texts(app));
        }

        await app.RunAsync();
        Assert.Equal(["inner 2", .. whole], Texts(app));
        Assert.Equal(3, app.Cache.Function(outerIsResource ? "OuterResource" : "OuterData").Executions);
        Assert.Equal(2, app.Cache.Function(innerIsResource ? "InnerResource" : "InnerData").Executions);

        [CacheData]
        static int OuterData(int key, bool innerIsResource) => Outer(key, innerIsResource);

        [CacheResource]
        static object OuterResource(int key, bool innerIsResource) => Outer(key, innerIsResource);

        [CacheData]
        static int InnerData(int number) => Inner(number);

        [CacheResource]
        static object InnerResource(int number) => Inner(number);

        static int Outer(int key, bool innerIsResource)
        {
            Probe.Say("outer before");
            foreach (var number in (int[])[1, 2])
                _ = innerIsResource ? InnerResource(number) : InnerData(number);
            Probe.Say("outer after");
            return key;
        }

        static int Inner(int number)
        {
            Probe.Say($"inner {number}");
            return number;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("case", "110")]
    public async Task Places_are_right_on_a_miss_and_on_a_hit(bool resource)
    {
        await using var app = AppTest.From(() =>
        {
            var outer = Probe.Box();
            using (outer.Enter())
                _ = resource ? Resource() : Data();
            Probe.Say("end");
        });
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(
                ["container(container(by method) container(by scope))", "end"], Tree(app, "main"));
            Assert.Equal(["in the sidebar"], Tree(app, "sidebar"));
        }

        [CacheData]
        static int Data() => Draw();

        [CacheResource]
        static object Resource() => Draw();

        static int Draw()
        {
            Probe.Box().Say("by method");
            using (Probe.Box().Enter())
                Probe.Say("by scope");
            Ui.Sidebar.Say("in the sidebar");
            return 1;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("case", "111")]
    [Trait("row", "E5")]
    public async Task Drawing_into_a_container_made_outside_is_refused_on_the_first_run(bool resource)
    {
        Container? outside = null;
        await using var app = AppTest.From(() =>
        {
            outside = Probe.Box(file: "/home/ada/sales.cs", line: 4);
            _ = resource ? Resource(outside) : Data(outside);
        });
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(
                $"RFN0511: The cached function '{(resource ? "Resource" : "Data")}' draws at sales.cs, line 8 into a container that was made outside it (sales.cs, line 4). On a hit "
                + "the function does not run and could not find it again. Make the block inside the function, or draw what the function returns.",
                app.Exception!.Text);
            Assert.Equal(["container()", app.Exception.Text], Tree(app, "main"));
        }

        [CacheData]
        static int Data([NotKeyed] Container at) => Draw(at);

        [CacheResource]
        static object Resource([NotKeyed] Container at) => Draw(at);

        static int Draw(Container at)
        {
            Probe.Say("half");
            at.Say("refused", file: "/home/ada/sales.cs", line: 8);
            return 1;
        }
    }

    [Fact]
    [Trait("row", "E3")]
    public async Task A_widget_in_a_cached_function_is_refused_by_name()
    {
        await using var app = AppTest.From(() => Load());
        await app.RunAsync();
        Assert.Equal(
            "RFN0510: The cached function 'Load' calls the widget 'slider' (sales.cs, line 8). On a hit the function does not run, so the widget's "
            + "value could not change what it returns. Call the widget outside and pass its value as an argument.",
            app.Exception!.Text);

        [CacheData]
        static int Load() => Probe.Number("Level", file: "/home/ada/sales.cs", line: 8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("case", "116")]
    public async Task What_a_failed_function_drew_is_dropped_and_what_comes_after_is_drawn(bool resource)
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Say("above");
            Assert.Throws<InvalidOperationException>(() => resource ? Resource() : Data());
            Probe.Say("below");
        });
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(["above", "below"], Texts(app));
            Assert.Empty(Tree(app, "sidebar"));
        }

        [CacheData]
        static int Data() => Draw();

        [CacheResource]
        static object Resource() => Draw();

        static int Draw()
        {
            Probe.Box().Say("dropped");
            Ui.Sidebar.Say("dropped beside");
            throw new InvalidOperationException("no data");
        }
    }

    [Fact]
    [Trait("case", "115")]
    public async Task What_is_drawn_outside_is_not_recorded()
    {
        await using var app = AppTest.From(async () =>
        {
            var go = new TaskCompletionSource();
            var loading = LoadAsync(go);
            Probe.Say("drawn outside meanwhile");
            go.SetResult();
            await loading;
        });
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(["drawn inside", "drawn outside meanwhile"], Texts(app));
        }

        [CacheData]
        static async Task<int> LoadAsync([NotKeyed] TaskCompletionSource go)
        {
            await go.Task;
            Probe.Say("drawn inside");
            return 1;
        }
    }

    [Fact]
    public async Task What_an_interrupted_run_computed_is_there_for_the_next_with_all_it_drew()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = AppTest.From(() =>
        {
            Probe.Number("Level", 1);
            Load(reached, go);
            Probe.Say("after");
        });
        app.Browser.Hello();
        await reached.WaitAsync();
        await app.Browser.Until(page => page.Children("main").Count == 2);
        var again = app.Slider("Level").SetAsync(5);
        go.Release();
        await again;
        Assert.Equal(["before", "inside", "after"], Texts(app));

        [CacheData]
        static int Load([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go)
        {
            Probe.Say("before");
            reached.Release();
            go.Wait();
            Probe.Say("inside");
            return 1;
        }
    }

    private static string[] Texts(AppTest app) => [.. app.Elements("probe").Select(probe => probe.Text)];

    private static string[] Ids(AppTest app) => app.Browser.Read(page => page.Nodes.Select(node => node.Id).ToArray());

    private static string[] Tree(AppTest app, string container) => app.Browser.Read(page => Describe(page, container));

    private static string[] Describe(Refrain.Testing.Browsing.Page page, string container) =>
        [.. page.Children(container).Select(id => page.Find(id)!).Select(node => node.Kind == "container"
            ? $"container({string.Join(' ', Describe(page, node.Id))})"
            : new ElementView(node).Text)];
}
