using static Refrain.Caching.Tests.Callers;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Single flight of resources: the cases of <see cref="FlightTests"/> once more, where everyone gets the same object.</summary>
[Trait("row", "D10")]
public sealed class ResourceFlightTests
{
    [Fact, Trait("case", "53")]
    public async Task A_clear_during_a_computation_beats_it()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var owner = OnThread(() =>
        {
            using (Cache.Hold())
            {
                var probe = Get(gate);
                return (probe, probe.Released);
            }
        });
        gate.WaitUntilEntered();
        Assert.Equal(0, Cache.Clear(Get));
        gate.Open();
        var (old, releasedWhileHeld) = await owner;
        Assert.Equal((0, 1), (releasedWhileHeld, old.Released));
        Assert.Equal(0, world.Report("Get").Entries);
        Assert.NotSame(old, Get(gate));

        [CacheResource]
        static Probe Get(Gate _gate)
        {
            _gate.Pass();
            return new Probe();
        }
    }

    [Fact, Trait("case", "54"), Trait("case", "67"), Trait("case", "70")]
    public async Task Every_kind_of_task_is_kept_by_its_value()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Same(await Async(runs), await Async(runs));
        Assert.Same(await Plain(runs), await Plain(runs));
        Assert.Same(await Value(runs), await Value(runs));
        Assert.Same(await AsyncValue(runs), await AsyncValue(runs));
        for (var i = 0; i < 2; i++)
            await Nothing(runs);
        Assert.Equal(5, runs.Count);

        [CacheResource]
        static async Task<List<int>> Async(Runs _runs)
        {
            await Task.Yield();
            return [_runs.Next()];
        }

        [CacheResource]
        static Task<List<int>> Plain(Runs _runs) => Task.FromResult<List<int>>([_runs.Next()]);

        [CacheResource]
        static ValueTask<List<int>> Value(Runs _runs) => new([_runs.Next()]);

        [CacheResource]
        static async ValueTask<List<int>> AsyncValue(Runs _runs)
        {
            await Task.Yield();
            return [_runs.Next()];
        }

        [CacheResource]
        static Task Nothing(Runs _runs)
        {
            _runs.Next();
            return Task.CompletedTask;
        }
    }

    [Fact, Trait("case", "55"), Trait("case", "56")]
    public async Task Concurrent_awaits_share_one_run()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var calls = new[] { Get(gate), Get(gate), Get(gate), OnThread(() => Get(gate).GetAwaiter().GetResult()), OnThread(() => Get(gate).GetAwaiter().GetResult()) };
        WaitForCallers(world, "Get", 5);
        gate.Open();
        Assert.Single((await Task.WhenAll(calls)).Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal(1, gate.Entered);

        [CacheResource]
        static async Task<object> Get(Gate _gate)
        {
            await _gate.PassAsync();
            return new object();
        }
    }

    [Fact, Trait("case", "58")]
    public async Task A_starter_that_cancels_leaves_the_value_to_the_waiter()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        using var starter = new CancellationTokenSource();
        using var waiter = new CancellationTokenSource();
        var first = Get(gate, starter.Token);
        var second = Get(gate, waiter.Token);
        await starter.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(starter.Token, cancelled.CancellationToken);
        gate.Open();
        Assert.Same(await second, await Get(gate, CancellationToken.None));
        Assert.Equal(1, gate.Entered);

        [CacheResource]
        static async Task<object> Get(Gate _gate, CancellationToken cancellation)
        {
            await _gate.PassAsync().WaitAsync(cancellation);
            return new object();
        }
    }

    [Fact, Trait("case", "58")]
    public async Task When_the_last_has_left_the_work_is_told_and_the_next_call_begins_anew()
    {
        using var world = new CacheWorld();
        var seen = new Queue<CancellationToken>();
        var go = new TaskCompletionSource();
        using var starter = new CancellationTokenSource();
        using var waiter = new CancellationTokenSource();
        var (first, second) = (Get(seen, go.Task, starter.Token), Get(seen, go.Task, waiter.Token));
        await starter.CancelAsync();
        Assert.False(seen.Peek().IsCancellationRequested);
        await waiter.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(first, second));
        Assert.True(seen.Peek().IsCancellationRequested);
        var next = Get(seen, go.Task, CancellationToken.None);
        go.SetResult();
        await next;
        Assert.Equal([true, false], seen.Select(token => token.IsCancellationRequested));

        [CacheResource]
        static async Task<object> Get(Queue<CancellationToken> _seen, Task _go, CancellationToken cancellation)
        {
            _seen.Enqueue(cancellation);
            await _go.WaitAsync(cancellation);
            return new object();
        }
    }

    [Fact]
    public async Task A_function_without_a_token_runs_to_its_end_and_is_stored_though_everyone_left()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var sync = OnThread(() => Sync(gate));
        gate.WaitUntilEntered();
        using var waiter = new CancellationTokenSource();
        var scripted = OnThread(() => WithToken(gate, waiter.Token));
        await waiter.CancelAsync();
        gate.Open();
        Assert.Same(await sync, Sync(gate));
        Assert.Same(await scripted, WithToken(gate, CancellationToken.None));

        [CacheResource]
        static object Sync(Gate _gate)
        {
            _gate.Pass();
            return new object();
        }

        // Its starter runs it on its own thread, and leaves when it returns: so it is not told either.
        [CacheResource]
        static object WithToken(Gate _gate, CancellationToken cancellation)
        {
            _gate.Pass();
            cancellation.ThrowIfCancellationRequested();
            return new object();
        }
    }

    [Fact]
    public async Task A_thread_that_waits_is_let_go_by_its_own_token()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var starter = OnThread(() => Get(gate, CancellationToken.None));
        gate.WaitUntilEntered();
        using var own = new CancellationTokenSource();
        var waiter = OnThread(() => Get(gate, own.Token));
        WaitForCallers(world, "Get", 2);
        await own.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        Assert.Equal(own.Token, cancelled.CancellationToken);
        WaitForCallers(world, "Get", 1);
        gate.Open();
        await starter;
        Assert.Equal(1, gate.Entered);

        [CacheResource]
        static object Get(Gate _gate, CancellationToken cancellation)
        {
            _gate.Pass();
            cancellation.ThrowIfCancellationRequested();
            return new object();
        }
    }

    [Fact, Trait("case", "60")]
    public async Task Clearing_an_async_computation_lets_its_owner_have_the_old_object()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        var sources = new Queue<TaskCompletionSource<Probe>>([new(), new()]);
        var (first, second) = (sources.First(), sources.Last());
        var old = Get(sources);
        Cache.Clear(Get);
        var fresh = Get(sources);
        second.SetResult(new Probe());
        first.SetResult(new Probe());
        Assert.NotSame(await old, await fresh);
        Assert.Same(await fresh, await Get(sources));
        Assert.Equal((0, 0), ((await old).Released, (await fresh).Released));

        [CacheResource]
        static Task<Probe> Get(Queue<TaskCompletionSource<Probe>> _sources) => _sources.Dequeue().Task;
    }

    [Fact, Trait("case", "61")]
    public async Task Clearing_one_key_in_flight_leaves_the_other()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var (one, two) = (Get(1, gate), Get(2, gate));
        Cache.Clear(Get, 1);
        gate.Open();
        Assert.Same(await two, await Get(2, gate));
        Assert.NotSame(await one, await Get(1, gate));
        Assert.Equal(3, gate.Entered);

        [CacheResource]
        static async Task<object> Get(int x, Gate _gate)
        {
            _ = x;
            await _gate.PassAsync();
            return new object();
        }
    }

    [Fact]
    public async Task A_failure_is_shared_by_all_who_waited_and_not_kept()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var calls = Enumerable.Range(0, 16).Select(_ => Fail(gate)).ToArray();
        WaitForCallers(world, "Fail", 16);
        gate.Open();
        var failures = await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<InvalidOperationException>(() => call)));
        Assert.Single(failures.Distinct());
        Assert.Equal(1, gate.Entered);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Fail(gate));
        Assert.Equal(2, gate.Entered);

        [CacheResource]
        static async Task<object> Fail(Gate _gate)
        {
            await _gate.PassAsync();
            throw new InvalidOperationException("no");
        }
    }

    private sealed class Probe : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose() => Released++;
    }
}
