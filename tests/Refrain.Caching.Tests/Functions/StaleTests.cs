using System.Collections.Concurrent;
using static Refrain.Caching.Tests.Callers;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Stale values: served at once, refreshed behind, kept when that fails.</summary>
[Trait("row", "D9")]
public sealed class StaleTests
{
    private const string Failed = "The refresh of 'Get' failed; the old value stays, and it will be tried again.";

    [Fact, Trait("case", "69")]
    public async Task A_stale_value_is_served_while_one_refresh_runs_behind()
    {
        using var world = new CacheWorld();
        var sources = new ConcurrentQueue<TaskCompletionSource<int>>([new(), new()]);
        var refresh = sources.Last();
        sources.First().SetResult(1);
        Assert.Equal(1, await Get(sources));
        world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1, await Get(sources));
        Assert.Equal(1, await Get(sources));
        refresh.SetResult(2);
        Refreshed(world, "Get");
        Assert.Equal(2, await Get(sources));
        Assert.Empty(sources);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static async Task<int> Get(ConcurrentQueue<TaskCompletionSource<int>> _sources) =>
            await (_sources.TryDequeue(out var next) ? next.Task : Task.FromResult(-1));
    }

    [Fact]
    public void Fifty_callers_of_a_stale_value_cause_one_refresh()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        gate.Open();
        Get(gate);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var shut = new Gate();
        Assert.All(Together.Run(50, () => Get(shut)), value => Assert.Equal(1, value));
        shut.WaitUntilEntered();
        shut.Open();
        Refreshed(world, "Get");
        Assert.Equal((1, 2L), (shut.Entered, world.Report("Get").Executions));

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int Get(Gate _gate) => _gate.Pass();
    }

    [Fact]
    public void Past_its_time_and_the_time_after_it_a_value_is_computed_while_the_caller_waits()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get(runs);
        world.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(2, Get(runs));

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int Get(Runs _runs) => _runs.Next();
    }

    [Fact]
    public void A_refresh_that_fails_keeps_the_old_value_and_waits_longer_each_time()
    {
        using var world = new CacheWorld();
        var source = new Flaky();
        Assert.Equal(1, Get(source));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        source.Fails = true;
        for (var failures = 1; failures <= 4; failures++)
        {
            Assert.Equal(1, Get(source));
            Refreshed(world, "Get");
            Assert.Equal(Enumerable.Repeat(Failed, failures), world.Log.Lines);

            // The wait is 1, 2, 4, ... seconds, give or take a fifth.
            var wait = TimeSpan.FromSeconds(Math.Pow(2, failures - 1));
            world.Time.Advance(wait * 0.79);
            Assert.Equal(1, Get(source));
            Refreshed(world, "Get");
            Assert.Equal(1 + failures, source.Calls);
            world.Time.Advance(wait * 0.42);
        }

        source.Fails = false;
        Assert.Equal(1, Get(source));
        Refreshed(world, "Get");
        Assert.Equal(6, Get(source));

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int Get(Flaky _source) => _source.Next();
    }

    [Fact]
    public void However_often_it_fails_it_is_tried_again_after_some_minutes()
    {
        using var world = new CacheWorld();
        var source = new Flaky();
        Assert.Equal(1, Get(source));
        source.Fails = true;
        for (var failures = 1; failures <= 60; failures++)
        {
            world.Time.Advance(TimeSpan.FromMinutes(7));
            Assert.Equal(1, Get(source));
            Refreshed(world, "Get");
            Assert.Equal(1 + failures, source.Calls);
        }

        [CacheData(Ttl = "1m", StaleFor = "2d")]
        static int Get(Flaky _source) => _source.Next();
    }

    [Fact, Trait("case", "80"), Trait("row", "C3")]
    public void A_stale_resource_that_is_no_longer_good_is_made_while_the_caller_waits_and_no_refresh_is_queued()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        var shop = new Shop();
        var first = Shop.Open(shop);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        shop.IsGood = false;
        var second = Shop.Open(shop);
        Assert.NotSame(first, second);
        Assert.Equal((2, 0, 0L), (shop.Opened, world.Report("Open").Computing, world.Report("Open").StaleHits));
    }

    [Fact, Trait("case", "80"), Trait("row", "C3")]
    public void A_stale_resource_that_is_still_good_is_served_and_one_refresh_is_queued()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        var shop = new Shop();
        var first = Shop.Open(shop);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(first, Shop.Open(shop));
        Refreshed(world, "Open");
        Assert.Equal((2, 1L), (shop.Opened, world.Report("Open").StaleHits));
        Assert.NotSame(first, Shop.Open(shop));
        Assert.Equal(2, shop.Opened);
    }

    [Fact]
    public void A_refresh_runs_without_what_flows_around_its_caller()
    {
        using var world = new CacheWorld();
        var mine = new AsyncLocal<string?>();
        var seen = new ConcurrentQueue<string?>();
        mine.Value = "mine";
        Note(mine, seen);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Note(mine, seen);
        Refreshed(world, "Note");
        Assert.Equal(["mine", null], seen);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static void Note(AsyncLocal<string?> _mine, ConcurrentQueue<string?> _seen) => _seen.Enqueue(_mine.Value);
    }

    [Fact, Trait("case", "76"), Trait("row", "C4")]
    public void What_a_refresh_replaced_is_released_once_and_what_it_made_is_not()
    {
        using var world = new CacheWorld();
        var shop = new Shop();
        Box first;
        using (Cache.Hold())
            first = Shop.Open(shop);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        using (Cache.Hold())
        {
            Assert.Same(first, Shop.Open(shop));
            Refreshed(world, "Open");
            Assert.Equal(0, first.Released);
        }

        Assert.Equal(1, first.Released);
        using (Cache.Hold())
            Assert.Equal(0, Shop.Open(shop).Released);
    }

    [Fact]
    public async Task A_call_that_needs_the_value_joins_the_refresh_under_way()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        gate.Open();
        Get(gate);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var shut = new Gate();
        Assert.Equal(1, Get(shut));
        shut.WaitUntilEntered();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        var waiting = OnThread(() => Get(gate));
        WaitForCallers(world, "Get", 2);
        shut.Open();
        Assert.Equal((1, 1), (await waiting, shut.Entered));
        Assert.Equal(2L, world.Report("Get").Executions);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static int Get(Gate _gate) => _gate.Pass();
    }

    private static void Refreshed(CacheWorld world, string function) =>
        Assert.True(SpinWait.SpinUntil(() => world.Report(function).Computing == 0, Patience));

    private sealed class Flaky
    {
        private int _calls;

        public int Calls => Volatile.Read(ref _calls);

        public bool Fails { get; set; }

        public int Next() => Interlocked.Increment(ref _calls) is var call && Fails ? throw new InvalidOperationException("no") : call;
    }

    private sealed class Box : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose() => Released++;
    }

    private sealed class Shop
    {
        private int _opened;

        public int Opened => Volatile.Read(ref _opened);

        public bool IsGood { get; set; } = true;

        [CacheResource(Ttl = "1m", StaleFor = "10m", Validate = nameof(IsGoodIn))]
        public static Box Open(Shop _shop)
        {
            Interlocked.Increment(ref _shop._opened);
            return new Box();
        }

        private static bool IsGoodIn(Box box, Shop _shop)
        {
            _ = box;
            return _shop.IsGood;
        }
    }
}
