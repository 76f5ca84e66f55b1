using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Tests.Lifetimes;

/// <summary>One budget for all data of a program.</summary>
[Trait("row", "D3")]
public sealed class BudgetTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void Data_over_the_budget_makes_room_and_says_so()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = 3 * Megabyte + 4096 });
        var runs = new Runs();
        for (var i = 0; i < 4; i++)
        {
            Load(i, runs);
            world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var report = world.Report("Load");
        Assert.Equal(3, report.Entries);
        Assert.Equal(1, report.Evictions[EvictionReason.Budget]);
        Load(0, runs);
        Assert.Equal("evicted: budget", world.Report("Load").LastMiss);
        Assert.Equal(5, runs.Count);
        Assert.InRange(world.Host.Budget.Used, 3 * Megabyte, 3 * Megabyte + 4096);

        [CacheData]
        static byte[] Load(int x, Runs _runs)
        {
            _runs.Next();
            return new byte[Megabyte];
        }
    }

    [Fact]
    public void The_newest_entry_stays_even_alone_over_the_budget()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = Megabyte });
        var runs = new Runs();
        Load(1, runs);
        Load(1, runs);
        Assert.Equal(1, runs.Count);
        Load(2, runs);
        Load(2, runs);
        Assert.Equal(2, runs.Count);
        Assert.Equal(1, world.Report("Load").Entries);

        [CacheData]
        static byte[] Load(int x, Runs _runs)
        {
            _runs.Next();
            return new byte[5 * Megabyte];
        }
    }

    [Fact]
    public void What_was_cheap_to_make_goes_before_what_was_dear()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = 2 * Megabyte + 4096 });
        Slow(world);
        world.Time.Advance(TimeSpan.FromSeconds(10));
        Quick(1);
        Quick(2);
        Assert.Equal((1, 1), (world.Report("Slow").Entries, world.Report("Quick").Entries));

        [CacheData]
        static byte[] Slow(CacheWorld _world)
        {
            _world.Time.Advance(TimeSpan.FromMinutes(5));
            return new byte[Megabyte];
        }

        [CacheData]
        static byte[] Quick(int x) => new byte[Megabyte + x];
    }

    [Fact]
    public void What_is_used_stays_before_what_is_not()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = 2 * Megabyte + 4096 });
        Load(1);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Load(2);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 50; i++)
            Load(1);
        Load(3);
        Assert.Equal(["1", "3"], world.Report("Load").Details.Select(entry => entry.Arguments).Order());

        [CacheData]
        static byte[] Load(int x) => new byte[Megabyte];
    }

    [Fact]
    public void Resources_are_never_evicted_by_it()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = 1 });
        using var hold = Cache.Hold();
        var resource = Make();
        Load();
        Assert.Same(resource, Make());

        [CacheResource]
        static byte[] Make() => new byte[Megabyte];

        [CacheData]
        static byte[] Load() => new byte[Megabyte];
    }

    [Fact]
    public void Without_a_budget_nothing_is_evicted()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = null });
        for (var i = 0; i < 20; i++)
            Load(i);
        Assert.Equal(20, world.Report("Load").Entries);

        [CacheData]
        static byte[] Load(int x) => new byte[Megabyte];
    }

    [Fact]
    public void A_buffer_that_entries_share_is_charged_once()
    {
        var budget = new Budget(1000);
        var buffer = new object();
        var one = new Charge(10, [new(buffer, 500)]);
        var two = new Charge(20, [new(buffer, 500)]);
        budget.Add(one);
        budget.Add(two);
        Assert.Equal(530, budget.Used);
        budget.Remove(one);
        Assert.Equal(520, budget.Used);
        budget.Add(new Charge(1000, []));
        Assert.Equal(520, budget.Excess);
        budget.Remove(two);
        Assert.Equal((1000, 0), (budget.Used, budget.Excess));
    }

    [Fact]
    public void With_many_entries_more_is_freed_than_must_be()
    {
        using var world = new CacheWorld(new CacheHostSettings { Budget = 64 * 1024 });
        for (var i = 0; i < 1000; i++)
            Load(i);
        Assert.InRange(world.Host.Budget.Used, 1, 64 * 1024);
        var looks = world.Report("Load").Evictions[EvictionReason.Budget];
        Assert.True(looks > 0);
        Assert.Equal(1000, world.Report("Load").Entries + looks);

        [CacheData]
        static byte[] Load(int x) => new byte[100];
    }

    [Fact]
    public void By_itself_it_is_half_of_the_memory_there_is() =>
        Assert.Equal(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2, new CacheHostSettings().Budget);
}
