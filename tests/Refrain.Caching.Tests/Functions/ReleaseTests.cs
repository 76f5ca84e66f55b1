using static Refrain.Caching.Tests.Callers;

#pragma warning disable xUnit1031 // Threads wait for each other on purpose.

namespace Refrain.Caching.Tests.Functions;

/// <summary>Who keeps a resource from being released, and what a release that fails does.</summary>
[Trait("row", "C4")]
public sealed class ReleaseTests
{
    [Fact]
    public async Task A_flight_holds_what_it_received_and_the_entry_it_stored_does_from_then_on()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        Probe inner;
        using (Cache.Hold())
        {
            var making = OnThread(() => Repository(gate));
            gate.WaitUntilEntered();
            inner = Database();
            Cache.Clear(Database);
            gate.Open();
            Assert.Same(inner, (await making).Inner);
        }

        Assert.Equal(0, inner.Released);
        Cache.Clear(Repository);
        Assert.Equal(1, inner.Released);

        [CacheResource]
        static Probe Database() => new();

        [CacheResource]
        static Outer Repository(Gate _gate)
        {
            var database = Database();
            _gate.Pass();
            return new Outer(database);
        }
    }

    [Fact]
    public void A_flight_that_fails_lets_go_of_what_it_received()
    {
        using var world = new CacheWorld();
        var made = new List<Probe>();
        Assert.Throws<InvalidOperationException>(() => Broken(made));
        Cache.Clear(Database);
        Assert.Equal(1, Assert.Single(made).Released);

        [CacheResource]
        static Probe Database(List<Probe> _made)
        {
            _made.Add(new Probe());
            return _made[^1];
        }

        [CacheResource]
        static object Broken(List<Probe> _made)
        {
            Database(_made);
            throw new InvalidOperationException("no");
        }
    }

    [Fact]
    public void Data_holds_nothing_of_what_it_was_made_with()
    {
        using var world = new CacheWorld();
        var made = new List<Probe>();
        Assert.Equal(1, Count(made));
        Cache.Clear(Database);
        Assert.Equal(1, Assert.Single(made).Released);
        Assert.Equal(1, Count(made));

        [CacheResource]
        static Probe Database(List<Probe> _made)
        {
            _made.Add(new Probe());
            return _made[^1];
        }

        [CacheData]
        static int Count(List<Probe> _made)
        {
            Database(_made);
            return _made.Count;
        }
    }

    [Fact]
    public void One_object_that_two_functions_give_is_released_when_the_last_has_let_go()
    {
        using var world = new CacheWorld();
        Probe probe;
        using (Cache.Hold())
        {
            probe = PassedOn();
            Assert.Same(probe, Database());
        }

        Cache.Clear(PassedOn);
        Assert.Equal(0, probe.Released);
        Cache.Clear(Database);
        Assert.Equal(1, probe.Released);

        using (Cache.Hold())
            probe = PassedOn();
        Cache.Clear(Database);
        Assert.Equal(0, probe.Released);
        Cache.Clear(PassedOn);
        Assert.Equal(1, probe.Released);

        [CacheResource]
        static Probe Database() => new();

        [CacheResource]
        static Probe PassedOn() => Database();
    }

    [Fact]
    public void One_object_that_a_function_gives_again_is_not_released_for_the_entry_it_replaces()
    {
        using var world = new CacheWorld();
        var probe = new Probe();
        for (var i = 0; i < 3; i++)
        {
            using (Cache.Hold())
                Assert.Same(probe, Same(i, probe));
        }

        Assert.Equal((1, 0), (world.Report("Same").Entries, probe.Released));
        Cache.Clear(Same);
        Assert.Equal(1, probe.Released);

        [CacheResource(MaxEntries = 1)]
        static Probe Same(int x, Probe _probe)
        {
            _ = x;
            return _probe;
        }
    }

    [Fact]
    public void A_release_is_asked_for_once_even_when_the_object_would_take_it_twice()
    {
        using var world = new CacheWorld();
        var both = Rules.Made();
        Cache.Clear(Rules.Made);
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0), (both.GivenBack, both.Released));
    }

    [Fact]
    public void A_resource_whose_time_is_up_is_released_though_nobody_calls()
    {
        using var world = new CacheWorld();
        Probe probe;
        using (Cache.Hold())
        {
            probe = Make();
            world.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(0, probe.Released);
        }

        Assert.Equal(1, probe.Released);

        [CacheResource(Ttl = "1m")]
        static Probe Make() => new();
    }

    [Fact]
    public void What_can_be_disposed_both_ways_is_disposed_in_one()
    {
        using var world = new CacheWorld();
        Ambidextrous both;
        using (Cache.Hold())
            both = Make();
        Cache.Clear(Make);
        Assert.Equal("async", both.Released);

        [CacheResource]
        static Ambidextrous Make() => new();
    }

    [Fact]
    public async Task No_thread_sees_a_resource_released_that_it_holds()
    {
        using var world = new CacheWorld();
        using var stop = new CancellationTokenSource();
        var clearing = OnThread(() =>
        {
            var cleared = 0;
            while (!stop.IsCancellationRequested || cleared == 0)
                cleared += Cache.Clear(Make);
            return cleared;
        });
        var seen = Together.Run(3, () =>
        {
            var probes = new HashSet<Probe>();
            for (var i = 0; i < 3000; i++)
            {
                using (Cache.Hold())
                {
                    var probe = Make();
                    probes.Add(probe);
                    Assert.Equal(0, probe.Released);
                }
            }

            return probes;
        });
        await stop.CancelAsync();
        Assert.True(await clearing > 0);
        Cache.Clear(Make);
        Assert.All(seen.SelectMany(probes => probes).Distinct(), probe => Assert.Equal(1, probe.Released));

        [CacheResource]
        static Probe Make() => new();
    }

    [Fact]
    public void An_exception_in_a_release_is_logged_and_stops_nothing()
    {
        using var world = new CacheWorld();
        Probe inner;
        using (Cache.Hold())
            inner = Bad(1).Inner;
        using (Cache.Hold())
            Bad(2);
        Assert.Equal(2, Cache.Clear(Bad));
        Assert.Equal(["Releasing a resource of 'Bad' failed.", "Releasing a resource of 'Bad' failed."], world.Log.Lines);
        Cache.Clear(Inside);
        Assert.Equal(1, inner.Released);

        [CacheResource]
        static Probe Inside() => new();

        [CacheResource]
        static Stubborn Bad(int x)
        {
            _ = x;
            return new Stubborn(Inside());
        }
    }

    [Fact]
    public async Task ClearAsync_completes_though_a_release_fails()
    {
        using var world = new CacheWorld();
        using (Cache.Hold())
            Bad();
        Assert.Equal(1, await Cache.ClearAsync(Bad));
        Assert.Equal(["Releasing a resource of 'Bad' failed."], world.Log.Lines);

        [CacheResource]
        static Stubborn Bad() => new(new Probe());
    }

    [Fact]
    public async Task ClearAsync_waits_for_the_holders_too()
    {
        using var world = new CacheWorld();
        Task<int> clearing;
        using (Cache.Hold())
        {
            Make();
            clearing = Cache.ClearAsync(Make);
            Assert.False(clearing.IsCompleted);
        }

        Assert.Equal(1, await clearing);

        [CacheResource]
        static Probe Make() => new();
    }

    [Fact]
    public void Code_that_goes_on_after_its_holder_ended_gets_a_resource_with_the_grace()
    {
        using var world = new CacheWorld();
        ExecutionContext? inside;
        using (Cache.Hold())
            inside = ExecutionContext.Capture();
        Probe? probe = null;
        ExecutionContext.Run(inside!, _ => probe = Make(), null);
        Cache.Clear(Make);
        Assert.Equal(0, probe!.Released);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, probe.Released);
        Assert.Single(world.Log.Lines);

        [CacheResource]
        static Probe Make() => new();
    }

    [Fact]
    public async Task Who_stopped_waiting_received_nothing()
    {
        using var world = new CacheWorld();
        var go = new TaskCompletionSource<Probe>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var impatient = new CancellationTokenSource();
        var first = Make(go, impatient.Token);
        using (Cache.Hold())
        {
            var second = Make(go, CancellationToken.None);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            go.SetResult(new Probe());
            await second;
        }

        Cache.Clear(Make);
        Assert.Equal(1, (await go.Task).Released);
        Assert.Empty(world.Log.Lines);

        [CacheResource]
        static async Task<Probe> Make(TaskCompletionSource<Probe> _go, CancellationToken cancellation)
        {
            _ = cancellation;
            return await _go.Task;
        }
    }

    [Fact]
    public void A_function_that_has_no_resource_to_give_is_cached_too()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        for (var i = 0; i < 2; i++)
            Assert.Null(Nothing(runs));
        Assert.Equal(1, runs.Count);
        Assert.Equal(1, Cache.Clear(Nothing));

        [CacheResource]
        static Probe? Nothing(Runs _runs) => _runs.Next() > 0 ? null : new Probe();
    }

    internal sealed class Probe : IDisposable
    {
        private int _released;

        public int Released => Volatile.Read(ref _released);

        public int GivenBack { get; set; }

        public void Dispose() => Interlocked.Increment(ref _released);
    }

    private sealed record Outer(Probe Inner);

    private sealed record Stubborn(Probe Inner) : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("I stay.");
    }

    private sealed class Ambidextrous : IDisposable, IAsyncDisposable
    {
        public string Released { get; private set; } = "";

        public void Dispose() => Released += "sync";

        public ValueTask DisposeAsync()
        {
            Released += "async";
            return default;
        }
    }

    private static class Rules
    {
        [CacheResource(OnRelease = nameof(GiveBack))]
        public static Probe Made() => new();

        private static void GiveBack(Probe probe) => probe.GivenBack++;
    }
}
