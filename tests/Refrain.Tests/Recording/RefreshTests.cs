using System.Security.Claims;
using Refrain.Sessions;
using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>A refresh runs behind the pages: what it draws is only recorded.</summary>
[Trait("row", "D9")]
public sealed class RefreshTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly RecordedLog _log = new();
    private readonly Source _source = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("case", "69")]
    public async Task The_old_value_and_drawing_are_there_at_once_and_then_the_new_ones(bool resource)
    {
        await using var app = Page(async () =>
        {
            using (Probe.Box().Enter())
                Probe.Say($"value {(resource ? await ResourceAsync(_source) : await DataAsync(_source))}");
        });
        _source.Go.Release();
        await app.RunAsync();
        Assert.Equal(["drawn 1", "value 1", "beside 1"], Texts(app));
        _time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++)
        {
            await app.RunAsync();
            Assert.Equal(["drawn 1", "value 1", "beside 1"], Texts(app));
        }

        _source.Go.Release();
        await RefreshedAsync(app);
        Assert.Equal(["drawn 1", "value 1", "beside 1"], Texts(app));
        await app.RunAsync();
        Assert.Equal(["drawn 2", "value 2", "beside 2"], Texts(app));
        Assert.Equal(2, app.Cache.Functions.Single().Executions);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static async Task<string> DataAsync([NotKeyed] Source source) => (await source.NextAsync()).ToString(null, null);

        [CacheResource(Ttl = "1m", StaleFor = "10m")]
        static async Task<object> ResourceAsync([NotKeyed] Source source) => await source.NextAsync();
    }

    [Fact]
    public async Task It_is_refused_widgets_and_what_belongs_to_one_person_and_the_old_value_stays()
    {
        await using var app = Page(() =>
        {
            Probe.Say($"{WithWidget(_source)} {WithPerson(_source)}");
            return Task.CompletedTask;
        });
        await app.RunAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync();
        await RefreshedAsync(app);
        await app.RunAsync();
        Assert.Equal(["1 1"], Texts(app));
        Assert.Equal(2, app.Cache.Functions.Sum(function => function.Failures));
        Assert.Equal(
            [
                "RFN0510: The cached function 'WithWidget' calls the widget 'slider' (sales.cs, line 8). On a hit the function does not run, so the widget's "
                + "value could not change what it returns. Call the widget outside and pass its value as an argument.",
                "RFN0513: The cached function 'WithPerson' reads Ui.User, but its value is shared by everyone: one person's data must never be served to all. "
                + "Pass it as an argument, or use Scope = CacheScope.Session.",
            ],
            _source.Errors.Order(StringComparer.Ordinal).ToArray());

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int WithWidget([NotKeyed] Source source) =>
            source.First("widget") ? 1 : source.Note(() => Probe.Number("Level", file: "/home/ada/sales.cs", line: 8));

#pragma warning disable RFN0702 // What the compiler warns of is refused.
        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int WithPerson([NotKeyed] Source source) => source.First("person") ? 1 : source.Note(() => Ui.User.Claims.Count());
#pragma warning restore RFN0702
    }

    [Fact]
    [Trait("row", "D8")]
    public async Task One_of_session_scope_goes_on_as_its_sessions()
    {
        await using var app = Page(() =>
        {
            Ui.State["name"] = Ui.User.Identity!.Name;
            Probe.Say(Greet(_source));
            return Task.CompletedTask;
        });
        var (ada, bob) = (Visit(app, "ada"), Visit(app, "bob"));
        foreach (var browser in (Browser[])[ada, bob])
        {
            await RunAsync(browser);
            Assert.Equal([$"{Name(browser)} {Name(browser)} 1"], Texts(browser));
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        foreach (var browser in (Browser[])[bob, ada])
            await RunAsync(browser);
        await RefreshedAsync(app);
        foreach (var browser in (Browser[])[ada, bob])
        {
            await RunAsync(browser);
            Assert.Equal([$"{Name(browser)} {Name(browser)} 2"], Texts(browser));
        }

        string Name(Browser browser) => browser == ada ? "ada" : "bob";

        [CacheData(Scope = CacheScope.Session, Ttl = "1m", StaleFor = "10m")]
        static string Greet([NotKeyed] Source source)
        {
            var count = Ui.State.GetOrAdd("count", () => 0) + 1;
            Ui.State["count"] = count;
            return $"{Ui.User.Identity!.Name} {Inner()} {count}";
        }

        [CacheData(Scope = CacheScope.Session)]
        static object? Inner() => Ui.State["name"];
    }

    [Fact]
    [Trait("case", "71")]
    [Trait("row", "D8")]
    public async Task An_asynchronous_function_of_session_scope_runs_once_for_each_session()
    {
        await using var app = Page(async () => Probe.Say(await GreetAsync(_source)));
        var (ada, bob) = (Visit(app, "ada"), Visit(app, "bob"));
        _source.Go.Release(2);
        for (var i = 0; i < 3; i++)
        {
            await RunAsync(ada);
            await RunAsync(bob);
        }

        Assert.Equal(["drawn 1", "ada 1", "beside 1"], Texts(ada));
        Assert.Equal(["drawn 2", "bob 2", "beside 2"], Texts(bob));
        Assert.Equal(2, app.Cache.Function("GreetAsync").Executions);

        [CacheData(Scope = CacheScope.Session)]
        static async Task<string> GreetAsync([NotKeyed] Source source) => $"{Ui.User.Identity!.Name} {await source.NextAsync()}";
    }

    [Theory]
    [InlineData(CacheScope.App)]
    [InlineData(CacheScope.Session)]
    [Trait("case", "76")]
    [Trait("row", "C4")]
    public async Task A_resource_that_was_replaced_is_released_once_and_not_while_a_run_has_it(CacheScope scope)
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = Page(async () =>
        {
            var number = (scope == CacheScope.App ? await SharedAsync(_source) : await OwnAsync(_source)).Number;
            Probe.Say($"{number}");
            reached.Release();
            await go.WaitAsync();
        });
        _source.Go.Release(2);
        go.Release();
        await app.RunAsync();
        await reached.WaitAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        var holding = app.RunAsync();
        await reached.WaitAsync();
        await RefreshedAsync(app);
        Assert.Equal(0, _source.Connections[0].Released);
        go.Release();
        await holding;
        await _source.Connections[0].Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        go.Release();
        await app.RunAsync();
        Assert.Equal(["drawn 2", "2", "beside 2"], Texts(app));
        Assert.Equal([1, 0], _source.Connections.Select(connection => connection.Released));

        [CacheResource(Ttl = "1m", StaleFor = "10m")]
        static async Task<Connection> SharedAsync([NotKeyed] Source source) => source.Connect(await source.NextAsync());

        [CacheResource(Ttl = "1m", StaleFor = "10m", Scope = CacheScope.Session)]
        static async Task<Connection> OwnAsync([NotKeyed] Source source) => source.Connect(await source.NextAsync());
    }

    [Fact]
    [Trait("case", "78")]
    [Trait("row", "D8")]
    public async Task What_a_refresh_makes_for_a_session_that_has_ended_is_released_and_not_kept()
    {
        await using var app = Page(async () => Probe.Say($"{(await ConnectAsync(_source)).Number}"));
        _source.Go.Release();
        await app.RunAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync();
        app.Browser.Disconnect();
        _time.Advance(TimeSpan.FromMinutes(10));
        await _source.Connections[0].Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _source.Go.Release();
        await _source.Second.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await _source.Connections[1].Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([1, 1], _source.Connections.Select(connection => connection.Released));
        Assert.Empty(app.Cache.Functions);

        [CacheResource(Ttl = "1m", StaleFor = "60m", Scope = CacheScope.Session)]
        static async Task<Connection> ConnectAsync([NotKeyed] Source source) => source.Connect(await source.NextAsync());
    }

    private AppTest Page(Func<Task> script) => AppTest.From(script, options => (options.Time, options.Logger) = (_time, _log));

    private static Browser Visit(AppTest app, string name) =>
        new(app.App.Sessions, new Visitor(name, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test"))));

    private static async Task RunAsync(Browser browser)
    {
        var run = browser.Read(page => page.Run);
        if (run == 0)
            browser.Hello();
        else
            browser.Send("rerun");
        await browser.Until(page => page.Run > run && page.IsSettled);
    }

    private static Task RefreshedAsync(AppTest app) => Task.Run(() => Assert.True(
        SpinWait.SpinUntil(() => app.Cache.Functions.All(function => function.Computing == 0), TimeSpan.FromSeconds(30))));

    private static string[] Texts(AppTest app) => Texts(app.Browser);

    private static string[] Texts(Browser browser) => browser.Read(page =>
        page.Nodes.Where(node => node.Kind == "probe").Select(node => new ElementView(node).Text).ToArray());

    /// <summary>What a cached function reads: each time another number, when the test lets it.</summary>
    private sealed class Source
    {
        private readonly HashSet<string> _seen = [];
        private int _number;

        public SemaphoreSlim Go { get; } = new(0);

        public List<string> Errors { get; } = [];

        public List<Connection> Connections { get; } = [];

        public TaskCompletionSource Second { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<int> NextAsync()
        {
            await Go.WaitAsync();
            var number = ++_number;
            Probe.Say($"drawn {number}");
            Ui.Sidebar.Say($"beside {number}");
            return number;
        }

        public Connection Connect(int number)
        {
            Connections.Add(new Connection(number));
            if (number == 2)
                Second.SetResult();
            return Connections[^1];
        }

        public bool First(string what)
        {
            lock (_seen)
                return _seen.Add(what);
        }

        public int Note(Func<int> refused)
        {
            try
            {
                return refused();
            }
            catch (CacheReplayException error)
            {
                lock (_seen)
                    Errors.Add(error.Message);
                throw;
            }
        }
    }

    private sealed class Connection(int number) : IDisposable
    {
        private int _released;

        public int Number { get; } = number;

        public int Released => Volatile.Read(ref _released);

        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            Interlocked.Increment(ref _released);
            Gone.TrySetResult();
        }
    }
}
