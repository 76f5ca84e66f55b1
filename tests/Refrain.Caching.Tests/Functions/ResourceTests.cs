namespace Refrain.Caching.Tests.Functions;

/// <summary>Resources are validated, held and released exactly once.</summary>
[Trait("row", "C4")]
public sealed class ResourceTests
{
    [Fact, Trait("case", "44")]
    public void What_does_not_fit_any_more_is_released()
    {
        using var world = new CacheWorld();
        var made = new List<Probe>();
        using (Cache.Hold())
        {
            foreach (var x in new[] { 1, 2, 3, 4, 5 })
                Make(x, made);
            Make(3, made);
        }

        using (Cache.Hold())
        {
            foreach (var x in new[] { 6, 7, 8 })
                Make(x, made);
            Assert.Equal([1, 2, 4], made.Where(probe => probe.Released == 1).Select(probe => probe.Id));
        }

        [CacheResource(MaxEntries = 5)]
        static Probe Make(int id, List<Probe> _made)
        {
            _made.Add(new Probe(id));
            return _made[^1];
        }
    }

    [Fact]
    public void A_held_resource_is_released_only_when_the_holder_is_done()
    {
        using var world = new CacheWorld();
        Probe probe;
        using (Cache.Hold())
        {
            probe = Make();
            Assert.Equal(1, Cache.Clear(Make));
            Assert.Equal(0, probe.Released);
            Assert.NotSame(probe, Make());
        }

        Assert.Equal(1, probe.Released);

        [CacheResource]
        static Probe Make() => new(0);
    }

    [Fact]
    public void Without_a_holder_a_cleared_resource_has_five_minutes()
    {
        using var world = new CacheWorld();
        var probe = Make();
        Cache.Clear(Make);
        world.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(0, probe.Released);
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, probe.Released);

        [CacheResource]
        static Probe Make() => new(0);
    }

    [Fact]
    public void The_end_of_the_host_releases_everything_once()
    {
        Probe kept, cleared;
        using (new CacheWorld())
        {
            cleared = Make();
            Cache.Clear(Make);
            kept = Make();
        }

        Assert.Equal((1, 1), (kept.Released, cleared.Released));

        [CacheResource]
        static Probe Make() => new(0);
    }

    [Fact, Trait("case", "45")]
    public void With_no_time_at_all_each_write_releases_the_one_before()
    {
        using var world = new CacheWorld();
        var made = new List<Probe>();
        for (var i = 0; i < 5; i++)
        {
            using (Cache.Hold())
                Make(made);
        }

        Assert.Equal(5, made.Count);
        Assert.Equal([1, 1, 1, 1, 0], made.Select(probe => probe.Released));
        Assert.Equal(1, world.Report("Make").Entries);
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, made[^1].Released);

        [CacheResource(TtlSeconds = 0)]
        static Probe Make(List<Probe> _made)
        {
            _made.Add(new Probe(_made.Count));
            return _made[^1];
        }
    }

    [Fact, Trait("case", "47"), Trait("row", "C3")]
    public void Validate_is_asked_on_every_hit_but_not_of_a_fresh_value()
    {
        using var world = new CacheWorld();
        var probe = Valid.Make();
        Assert.Equal(0, probe.Asked);
        for (var i = 0; i < 3; i++)
            Assert.Same(probe, Valid.Make());
        Assert.Equal(3, probe.Asked);
    }

    [Fact, Trait("case", "48"), Trait("case", "49"), Trait("row", "C3")]
    public void A_resource_that_is_no_longer_good_is_released_and_made_again()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        Probe first;
        using (Cache.Hold())
        {
            first = Invalid.Make();
            Assert.NotSame(first, Invalid.Make());
            Assert.Equal(1, first.Asked);
        }

        Assert.Equal(1, first.Released);
    }

    [Fact]
    public async Task ClearAsync_completes_when_the_releases_have()
    {
        using var world = new CacheWorld();
        SlowProbe probe;
        using (Cache.Hold())
            probe = Make();
        var clearing = Cache.ClearAsync(Make);
        Assert.False(clearing.IsCompleted);
        probe.MayEnd.SetResult();
        Assert.Equal(1, await clearing);

        [CacheResource]
        static SlowProbe Make() => new();
    }

    [Fact]
    public async Task ClearAsync_does_not_wait_for_what_its_caller_holds_itself()
    {
        using var world = new CacheWorld();
        Probe probe;
        using (Cache.Hold())
        {
            probe = Make();
            Assert.Equal(1, await Cache.ClearAsync(Make));
            Assert.Equal(0, probe.Released);
        }

        Assert.Equal(1, probe.Released);

        [CacheResource]
        static Probe Make() => new(0);
    }

    [Fact]
    public void A_resource_inside_another_lives_as_long_as_it()
    {
        using var world = new CacheWorld();
        Probe inner;
        using (Cache.Hold())
        {
            inner = Repository().Database;
            Assert.Equal(1, Cache.Clear(Database));
        }

        Assert.Equal(0, inner.Released);
        Cache.Clear(Repository);
        Assert.Equal(1, inner.Released);

        [CacheResource]
        static Probe Database() => new(0);

        [CacheResource]
        static Outer Repository() => new(Database());
    }

    [Fact, Trait("row", "D8"), Trait("case", "88")]
    public void Session_scope_gives_each_scope_its_own_and_releases_it_at_its_end()
    {
        using var world = new CacheWorld();
        Probe one;
        using (Cache.Scope())
        {
            one = Make();
            Assert.Same(one, Make());
        }

        using (Cache.Scope())
            Assert.NotSame(one, Make());
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, one.Released);
        Assert.Equal(
            "RFN0111: The cached function 'Make' has Scope = CacheScope.Session, but was called outside of a session. " +
            "Call it from a page, or inside `using (Cache.Scope())`.",
            Assert.Throws<CacheException>(() => Make()).Message);

        [CacheResource(Scope = CacheScope.Session)]
        static Probe Make() => new(0);
    }

    internal sealed class Probe(int id) : IDisposable
    {
        public int Id => id;

        public int Released { get; private set; }

        public int Asked { get; set; }

        public void Dispose() => Released++;
    }

    private sealed record Outer(Probe Database);

    private sealed class SlowProbe : IAsyncDisposable
    {
        public TaskCompletionSource MayEnd { get; } = new();

        public async ValueTask DisposeAsync() => await MayEnd.Task;
    }

    private static class Valid
    {
        [CacheResource(Validate = nameof(IsAlive))]
        public static Probe Make() => new(0);

        private static bool IsAlive(Probe probe)
        {
            probe.Asked++;
            return true;
        }
    }

    private static class Invalid
    {
        [CacheResource(Validate = nameof(IsAlive), OnRelease = nameof(Release))]
        public static Probe Make() => new(0);

        private static ValueTask<bool> IsAlive(Probe probe)
        {
            probe.Asked++;
            return new(false);
        }

        private static void Release(Probe probe) => probe.Dispose();
    }
}
