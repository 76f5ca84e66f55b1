using Refrain.Caching.Functions;
using Refrain.Caching.Recording;

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

    [Fact, Trait("case", "37"), Trait("row", "D2")]
    public void The_least_recently_used_goes_first()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        foreach (var x in "abcad")
            Get(x, runs);
        Assert.Equal(4, runs.Count);
        Get('a', runs);
        Assert.Equal(4, runs.Count);
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

    [Fact, Trait("case", "38"), Trait("row", "D2")]
    public void To_look_whether_it_is_there_is_no_use()
    {
        using var world = new CacheWorld();
        foreach (var x in "abc")
            Get(x);
        Assert.Contains("'a'", world.Report("Get").Details.Select(entry => entry.Arguments));
        Get('d');
        Assert.Equal(["'b'", "'c'", "'d'"], world.Report("Get").Details.Select(entry => entry.Arguments).Order(StringComparer.Ordinal));

        [CacheData(MaxEntries = 3)]
        static char Get(char x) => x;
    }

    [Fact, Trait("row", "D2"), Trait("row", "D3")]
    public void Limits_hold_for_each_function_and_for_each_session()
    {
        using var world = new CacheWorld();
        using (Cache.Scope())
        {
            foreach (var x in "abc")
                Own(x);
            using (Cache.Scope())
            {
                foreach (var x in "abc")
                    Own(x);
            }

            Assert.Equal(2, world.Report("Own").Entries);
        }

        [CacheData(MaxEntries = 2, Scope = CacheScope.Session)]
        static char Own(char x) => x;
    }

    [Fact, Trait("row", "D1")]
    public void A_clock_on_the_wall_that_is_set_makes_nothing_older_or_younger()
    {
        var clock = new WallClock();
        using var host = new CacheHost(new() { Clock = clock, Folder = CacheWorld.Nowhere });
        var outer = Ambient.Current;
        Ambient.Current = new Ambient(host, drawing: null);
        try
        {
            var runs = new Runs();
            Get(runs);
            foreach (var hours in (int[])[+5, -10])
            {
                clock.Set(TimeSpan.FromHours(hours));
                Assert.Equal(1, Get(runs));
            }
        }
        finally
        {
            Ambient.Current = outer;
        }

        [CacheData(Ttl = "1m")]
        static int Get(Runs _runs) => _runs.Next();
    }

    [Fact, Trait("row", "D1")]
    public void With_no_time_at_all_nothing_is_valid_and_nothing_is_stale()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Equal([1, 2, 3], new[] { Get(runs), Get(runs), Get(runs) });
        Assert.Equal((1, 2L), (world.Report("Get").Entries, world.Report("Get").Evictions[EvictionReason.Replaced]));

        [CacheData(TtlSeconds = 0)]
        static int Get(Runs _runs) => _runs.Next();
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

    /// <summary>A wall clock that is set while time itself stands still.</summary>
    private sealed class WallClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        internal void Set(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => TimeSpan.TicksPerDay;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
