using Refrain.Testing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Widgets;

/// <summary>A resource of the cache that was put into the session's state is not released before it has left it, or the session has ended.</summary>
[Trait("row", "C4")]
public sealed class HeldByStateTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<Connection> _made = [];
    private readonly List<int> _released = [];
    private int _run;

    [Theory]
    [InlineData("itself")]
    [InlineData("array")]
    [InlineData("list of anything")]
    [InlineData("dictionary")]
    [InlineData("key of a dictionary")]
    [InlineData("tuple")]
    [InlineData("class")]
    [InlineData("derived class in a list of its base")]
    [InlineData("dictionary in a record")]
    [InlineData("record in an array")]
    [InlineData("owner that is disposable")]
    public async Task It_is_held_until_its_name_has_another_value(string place)
    {
        await using var app = Page(run =>
        {
            if (run == 1)
                Ui.State["db"] = Put(place, Connect(_made));
            if (run == 3)
                Ui.State["db"] = "another value";
        });
        await app.RunAsync();
        app.Cache.Clear();
        await app.RunAsync();
        await app.RunAsync();
        await AssertReleasedAfterRunAsync(3);
    }

    [Fact]
    public async Task It_is_held_until_its_name_is_removed_and_that_run_has_ended()
    {
        await using var app = Page(run =>
        {
            if (run == 1)
                Ui.State["db"] = Connect(_made);
            if (run == 2)
                Assert.True(Ui.State.Remove("db"));
        });
        await app.RunAsync();
        app.Cache.Clear();
        await app.RunAsync();
        await AssertReleasedAfterRunAsync(2);
    }

    [Fact]
    public async Task It_is_held_until_the_session_ends()
    {
        await using var app = Page(run => Ui.State.GetOrAdd("db", () => Connect(_made)));
        await app.RunAsync();
        app.Cache.Clear();
        app.Browser.Disconnect();
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(0, _made.Single().Released);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, _made.Single().Released);
    }

    [Fact]
    public async Task The_sessions_object_of_a_class_holds_what_is_set_in_it_later()
    {
        await using var app = Page(run =>
        {
            if (run == 1)
                Ui.State.Of<Remembered>().Connection = Connect(_made);
            if (run == 3)
                Ui.State.Of<Remembered>().Connection = null;
        });
        await app.RunAsync();
        app.Cache.Clear();
        await app.RunAsync();
        await app.RunAsync();
        await AssertReleasedAfterRunAsync(3);
    }

    [Fact]
    public async Task A_collection_holds_what_is_added_to_it_later()
    {
        await using var app = Page(run =>
        {
            var list = Ui.State.GetOrAdd("all", () => new List<Connection>());
            if (run == 2)
                list.Add(Connect(_made));
            if (run == 3)
                list.Clear();
        });
        await app.RunAsync();
        await app.RunAsync();
        app.Cache.Clear();
        await app.RunAsync();
        await AssertReleasedAfterRunAsync(2);
    }

    [Fact]
    public async Task Of_two_names_the_last_one_lets_it_go()
    {
        await using var app = Page(run =>
        {
            if (run == 1)
                Ui.State["one"] = Ui.State["two"] = Connect(_made);
            if (run == 2)
                Ui.State.Remove("one");
            if (run == 3)
                Ui.State.Remove("two");
        });
        await app.RunAsync();
        app.Cache.Clear();
        await app.RunAsync();
        await app.RunAsync();
        await AssertReleasedAfterRunAsync(3);
    }

    [Fact]
    public async Task What_a_cached_function_puts_in_outlives_the_function()
    {
        await using var app = Page(run =>
        {
            if (run > 1)
                return;
            Load(_made);
            Cache.ClearResources();
            Assert.Equal(0, _made.Single().Released);
        });
        await app.RunAsync();
        await app.RunAsync();
        Assert.Null(app.Exception);
        Assert.Equal([0, 0], _released);

        [CacheData(Scope = CacheScope.Session)]
        static int Load([NotKeyed] List<Connection> made)
        {
            Ui.State["db"] = Connect(made);
            return 1;
        }
    }

    [Fact]
    public async Task Each_session_holds_for_itself()
    {
        await using var app = Page(run =>
        {
            if (run < 3)
                Ui.State["db"] = Connect(_made);
            else
                Ui.State.Remove("db");
        });
        await app.RunAsync();
        var other = new Refrain.Testing.Browsing.Browser(app.App.Sessions, new Refrain.Sessions.Visitor("other", new()));
        other.Hello();
        await other.Until(page => page.IsSettled);
        app.Cache.Clear();
        await app.RunAsync();
        Assert.Equal(0, _made.Single().Released);
        other.Send("rerun");
        await AssertReleasedAfterRunAsync(4);
    }

    [Fact]
    public async Task A_run_that_read_it_before_a_newer_one_removed_it_holds_it_to_its_own_end()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var ended = new TaskCompletionSource();
        var readIn2 = -1;
        await using var app = Page(run =>
        {
            Probe.Number("Level");
            if (run == 1)
                Ui.State["db"] = Connect(_made);
            if (run == 2)
            {
                var connection = Ui.State.Get<Connection>("db");
                reached.Release();
                go.Wait();
                readIn2 = connection.Released;
                ended.SetResult();
            }

            if (run == 3)
                Ui.State.Remove("db");
        });
        await app.RunAsync();
        app.Cache.Clear();
        app.Browser.Send("rerun");
        await reached.WaitAsync();
        await app.Slider("Level").SetAsync(5);
        go.Release();
        await ended.Task;
        await _made.Single().Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, readIn2);
    }

    [Fact]
    public async Task What_is_in_the_cache_still_stays_there()
    {
        await using var app = Page(run =>
        {
            Ui.State["db"] = Connect(_made);
            Ui.State.Remove("db");
        });
        await app.RunAsync();
        await app.RunAsync();
        Assert.Equal(0, Assert.Single(_made).Released);
    }

    /// <summary>In no run was it released, and after the last it is, once.</summary>
    private async Task AssertReleasedAfterRunAsync(int runs)
    {
        var connection = Assert.Single(_made);
        await connection.Gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, connection.Released);
        Assert.Equal(Enumerable.Repeat(0, runs), _released);
    }

    /// <summary>Counts the runs, and notes at the end of each what was released until then.</summary>
    private AppTest Page(Action<int> script) => AppTest.From(
        () =>
        {
            var run = Interlocked.Increment(ref _run);
            script(run);
            _released.AddRange(_made.Select(connection => connection.Released));
        },
        options => options.Time = _time);

    private static object Put(string place, Connection connection) => place switch
    {
        "itself" => connection,
        "array" => new[] { connection },
        "list of anything" => new List<object?> { 1, null, "text", connection },
        "dictionary" => new Dictionary<string, Connection> { ["main"] = connection },
        "key of a dictionary" => new Dictionary<Connection, int> { [connection] = 1 },
        "tuple" => (1, connection),
        "class" => new Remembered { Connection = connection },
        "derived class in a list of its base" => new List<Named> { new("plain"), new NamedConnection("main", connection) },
        "dictionary in a record" => new Many("all", new() { ["main"] = connection }),
        "record in an array" => new NamedConnection?[] { null, new("main", connection) },
        _ => new Repository(connection),
    };

    [CacheResource]
    private static Connection Connect([NotKeyed] List<Connection> made)
    {
        var connection = new Connection();
        made.Add(connection);
        return connection;
    }

    private sealed class Connection : IDisposable
    {
        private int _released;

        public int Released => Volatile.Read(ref _released);

        public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            Interlocked.Increment(ref _released);
            Gone.TrySetResult();
        }
    }

    private sealed class Remembered
    {
        public Connection? Connection { get; set; }
    }

    private record Named(string Name);

    private sealed record NamedConnection(string Name, Connection Connection) : Named(Name);

    private sealed record Many(string Name, Dictionary<string, Connection> Connections);

    private sealed class Repository(Connection connection) : IDisposable
    {
        public Connection Connection { get; } = connection;

        public void Dispose()
        {
        }
    }
}
