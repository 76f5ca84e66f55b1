using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Refrain.Testing;

namespace Refrain.Caching.Tests.Hosting;

/// <summary>A program with services has its caches among them.</summary>
[Collection(ProcessCollection.Name)]
[Trait("row", "D11"), Trait("row", "I3")]
public sealed class AddRefrainCachingTests
{
    [Fact]
    public async Task A_worker_uses_the_programs_caches_without_asking_for_them()
    {
        var time = new ManualTimeProvider();
        using var host = Build(services => services.AddHostedService<Worker>().AddSingleton<TimeProvider>(time));
        await host.StartAsync();

        var cache = host.Services.GetRequiredService<ICache>();
        Assert.Equal((1, 1, 1), Counts(cache));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 1, 1), Counts(cache));
        await host.StopAsync();

        static (int, long, long) Counts(ICache cache) =>
            cache.Inspect().Where(report => report.Name == "Load").Select(report => (report.Entries, report.Executions, report.Hits)).Single();
    }

    [Fact, Trait("row", "C4")]
    public async Task Stopping_releases_resources_and_waits_for_it_while_the_services_live()
    {
        var host = Build(services => services.AddSingleton<Database>());
        await host.StartAsync();
        var database = host.Services.GetRequiredService<Database>();
        var connection = Connect(database);

        var stopping = host.StopAsync();
        Assert.Same(connection.ReleaseBegan, await Task.WhenAny(connection.ReleaseBegan, stopping));
        Assert.False(stopping.IsCompleted);
        connection.MayEnd.SetResult();
        await stopping;
        Assert.Equal((1, false), (connection.Released, connection.DatabaseWasGone));

        host.Dispose();
        Assert.Equal((1, true), (connection.Released, database.IsGone));
    }

    [Fact]
    public async Task Disposing_the_services_releases_resources_and_waits_for_it()
    {
        var services = Services();
        services.GetRequiredService<ICache>();
        var connection = Connect(new Database());

        var disposing = services.DisposeAsync();
        Assert.False(disposing.IsCompleted);
        connection.MayEnd.SetResult();
        await disposing;
        Assert.Equal(1, connection.Released);
    }

    [Fact]
    public async Task What_was_cached_before_the_services_is_released()
    {
        var database = new Database();
        var before = Connect(database);
        before.MayEnd.SetResult();
        Cache.Clear(Connect);
        var kept = Connect(database);
        kept.MayEnd.SetResult();

        await using var services = Services();
        var cache = services.GetRequiredService<ICache>();
        Assert.Equal((1, 1), (before.Released, kept.Released));
        var after = Connect(database);
        after.MayEnd.SetResult();
        Assert.NotSame(kept, after);
        Assert.Equal(1, cache.ClearResources());
    }

    [Fact]
    public async Task A_call_after_the_end_is_answered_and_nothing_kept()
    {
        await using var services = Services();
        var cache = services.GetRequiredService<ICache>();
        using (cache.Hold())
        {
            var runs = new Runs();
            await services.DisposeAsync();
            await using var others = Services();
            await using var more = Services();
            (others.GetRequiredService<ICache>(), more.GetRequiredService<ICache>()).ToString();
            Assert.Equal((1, 2), (Next(runs), Next(runs)));
        }

        Assert.Equal(0, cache.Inspect().Sum(report => report.Entries));
    }

    [Fact, Trait("row", "D7")]
    public async Task Each_programs_caches_are_its_own()
    {
        await using var one = Services();
        await using var other = Services();
        var (first, second) = (one.GetRequiredService<ICache>(), other.GetRequiredService<ICache>());
        var runs = new Runs();

        // The older one has what belongs to no page and no request.
        Assert.Equal(1, Next(runs));
        using (second.Hold())
        {
            Assert.Equal((2, 2), (Next(runs), Next(runs)));
            Assert.Equal(1, second.ClearData());
            Assert.Equal(3, Next(runs));
        }

        Assert.Equal(1, Next(runs));
        Assert.Equal((1, 1), (first.ClearData(), second.ClearData()));
    }

    [Fact]
    public async Task A_scope_is_opened_in_the_programs_caches()
    {
        await using var one = Services();
        await using var other = Services();
        var (first, second) = (one.GetRequiredService<ICache>(), other.GetRequiredService<ICache>());
        using (second.Scope())
        {
            Own();
            Assert.Equal((0, 1), (first.Inspect().Sum(report => report.Entries), second.Inspect().Sum(report => report.Entries)));
        }

        Assert.Equal(0, second.Inspect().Sum(report => report.Entries));

        [CacheData(Scope = CacheScope.Session)]
        static int Own() => 1;
    }

    [Fact]
    public async Task Logs_go_to_the_programs_log()
    {
        var log = new RecordedLog();
        using var host = Build(services => services.AddSingleton<ILoggerFactory>(new OneLog(log)));
        await host.StartAsync();
        Large();
        await host.StopAsync();
        Assert.Contains(log.Lines, line => line.StartsWith("'Large' returned", StringComparison.Ordinal));

        [CacheData(MaxSize = "1KB")]
        static byte[] Large() => new byte[2048];
    }

    [Fact]
    public async Task A_wrong_setting_ends_the_start_of_the_host()
    {
        using var host = Build(services => services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Refrain:Budget", (string?)"lots")]).Build()));
        await Assert.ThrowsAsync<CacheOptionException>(() => host.StartAsync());
    }

    [Fact]
    public async Task Calling_it_twice_adds_up()
    {
        await using var services = new ServiceCollection()
            .AddRefrainCaching(o => o.Functions[nameof(Next)] = new() { Ttl = TimeSpan.Zero })
            .AddRefrainCaching(o => (o.TimeProvider, o.Folder) = (new ManualTimeProvider(), CacheWorld.Nowhere))
            .BuildServiceProvider();
        Assert.Same(services.GetRequiredService<ICache>(), Assert.Single(services.GetServices<ICache>()));
        Assert.Single(services.GetServices<IHostedService>());
        var runs = new Runs();
        Assert.Equal((1, 2), (Next(runs), Next(runs)));
    }

    private static ServiceProvider Services() => new ServiceCollection().AddRefrainCaching(o => o.Folder = CacheWorld.Nowhere).BuildServiceProvider();

    private static IHost Build(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        configure(builder.Services);
        builder.Services.AddRefrainCaching(o => o.Folder = CacheWorld.Nowhere);
        return builder.Build();
    }

    [CacheData]
    private static int Next(Runs _runs) => _runs.Next();

    [CacheResource]
    private static Connection Connect(Database _database) => new(_database);

    private sealed class Worker : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Load();
            Load();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [CacheData(Ttl = "1h")]
        private static int Load() => 1;
    }

    private sealed class Database : IDisposable
    {
        public bool IsGone { get; private set; }

        public void Dispose() => IsGone = true;
    }

    private sealed class Connection(Database database) : IAsyncDisposable
    {
        private readonly TaskCompletionSource _began = new();

        public Task ReleaseBegan => _began.Task;

        public TaskCompletionSource MayEnd { get; } = new();

        public int Released { get; private set; }

        public bool DatabaseWasGone { get; private set; }

        public async ValueTask DisposeAsync()
        {
            _began.SetResult();
            await MayEnd.Task;
            Released++;
            DatabaseWasGone = database.IsGone;
        }
    }

    private sealed class OneLog(ILogger log) : ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
