namespace Refrain.Caching.Tests.Functions;

/// <summary>Time and room.</summary>
public sealed class LimitTests
{
    [Fact, Trait("case", "29"), Trait("row", "D1")]
    public void An_entry_is_valid_until_exactly_its_time()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get(runs);
        world.Time.Advance(TimeSpan.FromSeconds(5));
        Get(runs);
        Assert.Equal(1, runs.Count);
        world.Time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Get(runs);
        Assert.Equal(1, runs.Count);
        world.Time.Advance(TimeSpan.FromTicks(1));
        Get(runs);
        Assert.Equal(2, runs.Count);

        [CacheData(TtlSeconds = 10)]
        static int Get(Runs _runs) => _runs.Next();
    }

    [Fact, Trait("row", "D1")]
    public void An_expired_entry_is_freed_though_nobody_calls()
    {
        using var world = new CacheWorld();
        Get();
        Assert.Equal(1, world.Report("Get").Entries);
        world.Time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(0, world.Report("Get").Entries);

        [CacheData(Ttl = "90s")]
        static int Get() => 1;
    }

    [Fact, Trait("case", "32")]
    public void An_expired_entry_goes_before_a_valid_one()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get("old", runs);
        world.Time.Advance(TimeSpan.FromSeconds(6));
        Get("valid", runs);
        Get("old", runs);
        world.Time.Advance(TimeSpan.FromSeconds(5));
        Get("new", runs);
        Get("valid", runs);
        Assert.Equal(3, runs.Count);

        [CacheData(TtlSeconds = 10, MaxEntries = 2)]
        static string Get(string x, Runs _runs)
        {
            _runs.Next();
            return x;
        }
    }

    [Fact, Trait("case", "37"), Trait("case", "38"), Trait("row", "D2")]
    public void The_least_recently_used_goes_first()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        foreach (var x in "abcad")
            Get(x, runs);
        Assert.Equal(4, runs.Count);
        Get('a', runs);
        Assert.Equal(4, runs.Count);
        Cache.Inspect();
        Get('b', runs);
        Assert.Equal(5, runs.Count);
        Assert.Equal(3, world.Report("Get").Entries);

        [CacheData(MaxEntries = 3)]
        static char Get(char x, Runs _runs)
        {
            _runs.Next();
            return x;
        }
    }

    [Fact, Trait("case", "40")]
    public void Without_a_limit_everything_is_kept()
    {
        using var world = new CacheWorld();
        for (var i = 0; i < 1000; i++)
            Get(i);
        Assert.Equal(1000, world.Report("Get").Entries);

        [CacheData]
        static int Get(int x) => x;
    }

    [Fact, Trait("case", "41")]
    public void No_entries_at_all_is_no_limit_anyone_can_mean()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0142: The cached function 'Zero' has MaxEntries = 0; it must be 1 or more, or left out for no limit.",
            Assert.Throws<CacheOptionException>(() => Zero()).Message);
        var negative = Assert.Throws<CacheOptionException>(() => Negative());
        Assert.Equal("RFN0142: The cached function 'Negative' has MaxEntries = -5; it must be 1 or more, or left out for no limit.", negative.Message);
        Assert.Equal(("Negative", "MaxEntries"), (negative.Function, negative.Option));

        [CacheData(MaxEntries = 0)]
        static int Zero() => 1;

        [CacheResource(MaxEntries = -5)]
        static int Negative() => 1;
    }

    [Fact, Trait("case", "94")]
    public void Bad_options_are_named_at_the_first_use()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0144: The cached function 'BareNumber' has Ttl = \"90\", which is no duration; " +
            "write it as \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23).",
            Assert.Throws<CacheOptionException>(() => BareNumber()).Message);
        Assert.Equal(
            "RFN0145: The cached function 'BadSize' has MaxSize = \"much\", which is no size; write it as \"64KB\", \"512MB\" or \"1.5GB\".",
            Assert.Throws<CacheOptionException>(() => BadSize()).Message);
        Assert.Equal(
            "RFN0150: The cached function 'NoMethod' has Validate = \"Missing\", but its type declares no fitting method of that name; " +
            "write static bool Missing(Object resource).",
            Assert.Throws<CacheOptionException>(() => NoMethod()).Message);
        Assert.Equal(
            "RFN0140: The cached function 'Both' has both Ttl and TtlSeconds; keep one of them.",
            Assert.Throws<CacheOptionException>(() => Both()).Message);
        Assert.Equal(
            "RFN0141: The cached function 'Contradiction' has a Spinner text and ShowSpinner = false; remove one of them.",
            Assert.Throws<CacheOptionException>(() => Contradiction()).Message);

        [CacheData(Ttl = "90")]
        static int BareNumber() => 1;

        [CacheData(MaxSize = "much")]
        static int BadSize() => 1;

        [CacheResource(Validate = "Missing")]
        static object NoMethod() => 1;

        [CacheData(Ttl = "1h", TtlSeconds = 3)]
        static int Both() => 1;

        [CacheData(ShowSpinner = false, Spinner = "Loading")]
        static int Contradiction() => 1;
    }

    [Fact, Trait("row", "D3")]
    public void A_value_over_the_size_is_returned_but_not_kept_and_said_once()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get(100, runs);
        Get(100, runs);
        Assert.Equal(1, runs.Count);
        Assert.Equal(100_000, Get(100_000, runs).Length);
        Get(100_000, runs);
        Assert.Equal(3, runs.Count);
        Assert.Single(world.Log.Lines, line => line.Contains("more than its MaxSize of 65536", StringComparison.Ordinal));

        [CacheData(MaxSize = "64KB")]
        static byte[] Get(int size, Runs _runs)
        {
            _runs.Next();
            return new byte[size];
        }
    }

    [Fact, Trait("row", "D9"), Trait("case", "69")]
    public async Task A_stale_value_is_served_while_one_refresh_runs_behind()
    {
        using var world = new CacheWorld();
        var sources = new System.Collections.Concurrent.ConcurrentQueue<TaskCompletionSource<int>>([new(), new()]);
        var refresh = sources.Last();
        sources.First().SetResult(1);
        Assert.Equal(1, await Get(sources));
        world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1, await Get(sources));
        Assert.Equal(1, await Get(sources));
        refresh.SetResult(2);
        Assert.True(SpinWait.SpinUntil(() => world.Report("Get").Computing == 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(2, await Get(sources));
        Assert.Empty(sources);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static async Task<int> Get(System.Collections.Concurrent.ConcurrentQueue<TaskCompletionSource<int>> _sources) =>
            await (_sources.TryDequeue(out var next) ? next.Task : Task.FromResult(-1));
    }
}
