using System.Diagnostics.Metrics;
using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Functions;

/// <summary>What one can see of the caches.</summary>
[Trait("row", "D12")]
public sealed class InspectTests
{
    [Fact, Trait("case", "120")]
    public void Nothing_called_is_nothing_to_see()
    {
        using var world = new CacheWorld();
        Assert.Empty(Cache.Inspect());
    }

    [Fact, Trait("case", "120")]
    public void Each_function_is_one_line_with_its_numbers()
    {
        using var world = new CacheWorld();
        Rows(world, "a.csv");
        Rows(world, "a.csv");
        Rows(world, "b.csv");
        Connection();
        Connection();
        world.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["Connection", "Rows"], Cache.Inspect().Select(report => report.Name));

        var rows = world.Report("Rows");
        Assert.Equal((false, 2, 1L, 2L, 2L, 0L), (rows.IsResource, rows.Entries, rows.Hits, rows.Misses, rows.Executions, rows.Failures));
        Assert.Equal((TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)), (rows.TimeSpent, rows.TimeSaved));
        Assert.InRange(rows.Bytes, 2000, 2200);
        var first = rows.Details.Single(entry => entry.Arguments == "\"a.csv\"");
        Assert.Equal((TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20), 1L), (first.Age, first.TimeLeft, first.Hits));
        Assert.InRange(first.Bytes, 1000, 1100);

        var connection = world.Report("Connection");
        Assert.Equal((true, 1, 0L, 1L, 1L), (connection.IsResource, connection.Entries, connection.Bytes, connection.Hits, connection.Misses));
        Assert.Null(connection.Details.Single().TimeLeft);

        [CacheData(Ttl = "1m")]
        static byte[] Rows(CacheWorld _world, string path)
        {
            _world.Time.Advance(TimeSpan.FromSeconds(10));
            return new byte[1000 + path.Length];
        }

        [CacheResource]
        static object Connection() => new();
    }

    [Fact]
    public void The_last_miss_says_why()
    {
        using var world = new CacheWorld();
        Assert.Equal("first call", Why(2024, "north"));
        Assert.Equal("argument `year` changed", Why(2025, "north"));
        Assert.Equal("arguments `year`, `region` changed", Why(2026, "south"));
        Cache.Clear(Sales, 2025, "north");
        Assert.Equal("cleared", Why(2025, "north"));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("expired", Why(2025, "north"));
        Why(2020, "a");
        Why(2021, "a");
        Why(2022, "a");
        Assert.Equal("evicted: MaxEntries", Why(2025, "north"));

        string? Why(int year, string region)
        {
            Sales(year, region);
            return world.Report("Sales").LastMiss;
        }

        [CacheData(Ttl = "1m", MaxEntries = 3)]
        static string Sales(int year, string region) => $"{year}{region}";
    }

    [Fact]
    public void What_is_not_compared_by_value_is_named_when_nothing_else_changed()
    {
        using var world = new CacheWorld();
        Sum(1, [1, 2], "x");
        Sum(1, [1, 3], "y");
        Assert.Equal("argument `numbers` changed", world.Report("Sum").LastMiss);
        Assert.Equal(["1, List<int> of 2", "1, List<int> of 2"], world.Report("Sum").Details.Select(entry => entry.Arguments));

        [CacheData]
        static int Sum(int factor, List<int> numbers, string _note) => factor * numbers.Sum() + _note.Length;
    }

    [Fact]
    public void A_call_that_failed_is_missed_for_that()
    {
        using var world = new CacheWorld();
        Assert.Throws<InvalidOperationException>(() => Fail());
        Assert.Throws<InvalidOperationException>(() => Fail());
        Assert.Equal("the last call failed", world.Report("Fail").LastMiss);
        Assert.Equal((2L, 2L), (world.Report("Fail").Failures, world.Report("Fail").Executions));

        [CacheData]
        static int Fail() => throw new InvalidOperationException("no");
    }

    [Fact]
    public void A_value_over_MaxSize_is_missed_for_that()
    {
        using var world = new CacheWorld();
        Large();
        Large();
        Assert.Equal("larger than MaxSize", world.Report("Large").LastMiss);

        [CacheData(MaxSize = "1KB")]
        static byte[] Large() => new byte[5000];
    }

    [Fact]
    public void A_function_of_session_scope_is_one_line_over_all_sessions_those_that_ended_too()
    {
        using var world = new CacheWorld();
        using (Cache.Scope())
        {
            Basket();
            Basket();
        }

        using (Cache.Scope())
        using (Cache.Scope())
            Basket();
        using var one = Cache.Scope();
        Basket();
        var report = world.Report("Basket");
        Assert.Equal((1, 1L, 3L), (report.Entries, report.Hits, report.Executions));
        Assert.Equal(2, report.Evictions[EvictionReason.Ended]);

        [CacheData(Scope = CacheScope.Session)]
        static string Basket() => "tea";
    }

    [Fact]
    public void Metrics_carry_the_same_numbers_under_the_conventions_names()
    {
        using var world = new CacheWorld();
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == CacheMeter.Name)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.Start();

        MeasuredHere(world, 1);
        MeasuredHere(world, 1);
        MeasuredHere(world, 2);
        Assert.Throws<InvalidOperationException>(() => MeasuredHere(world, 3));
        Cache.Clear(MeasuredHere, 1);
        listener.RecordObservableInstruments();

        Assert.Equal(1, seen["refrain.cache.hits {hit} data"]);
        Assert.Equal(3, seen["refrain.cache.misses {miss} data"]);
        Assert.Equal(3, seen["refrain.cache.executions {execution} data"]);
        Assert.Equal(1, seen["refrain.cache.failures {failure} data"]);
        Assert.Equal(1, seen["refrain.cache.entries {entry} data"]);
        Assert.Equal(1, seen["refrain.cache.evictions {entry} data Cleared"]);
        Assert.Equal(10, seen["refrain.cache.execution.duration s data"]);
        Assert.InRange(seen["refrain.cache.memory By data"], 8, 40);

        void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            if (!Equals(values["refrain.cache.function"], "MeasuredHere"))
                return;
            lock (seen)
                seen[$"{instrument.Name} {instrument.Unit} {values["refrain.cache.kind"]} {values.GetValueOrDefault("refrain.cache.eviction.reason")}".TrimEnd()] = value;
        }

        [CacheData]
        static string MeasuredHere(CacheWorld _world, int x)
        {
            if (x == 3)
                throw new InvalidOperationException("no");
            _world.Time.Advance(TimeSpan.FromSeconds(10));
            return "a";
        }
    }
}
