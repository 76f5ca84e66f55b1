using static Refrain.Caching.Tests.Callers;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Single flight: any number of callers of a missing key cause one run.</summary>
[Trait("row", "D10")]
public sealed class FlightTests
{
    [Fact, Trait("case", "50"), Trait("case", "51")]
    public void Fifty_threads_cause_one_computation()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var data = Enumerable.Range(0, 50).Select(_ => OnThread(() => Data(gate))).ToArray();
        gate.WaitUntilEntered();
        WaitForCallers(world, "Data", 50);
        gate.Open();
        Assert.All(data, call => Assert.Equal(42, call.Result[0]));
        Assert.Equal(50, data.Select(call => call.Result).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(1, gate.Entered);

        var other = new Gate();
        var resources = Enumerable.Range(0, 50).Select(_ => OnThread(() => Resource(other))).ToArray();
        WaitForCallers(world, "Resource", 50);
        other.Open();
        Assert.Single(resources.Select(call => call.Result).Distinct(ReferenceEqualityComparer.Instance));

        [CacheData]
        static int[] Data(Gate _gate)
        {
            _gate.Pass();
            return [42];
        }

        [CacheResource]
        static object Resource(Gate _gate)
        {
            _gate.Pass();
            return new object();
        }
    }

    [Fact]
    public void A_failure_is_shared_by_all_who_waited_and_not_kept()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var calls = Enumerable.Range(0, 16).Select(_ => OnThread(() => Fail(gate))).ToArray();
        WaitForCallers(world, "Fail", 16);
        gate.Open();
        Assert.All(calls, call => Assert.Equal("no", Assert.Throws<InvalidOperationException>(() => call.GetAwaiter().GetResult()).Message));
        Assert.Equal(1, gate.Entered);
        Assert.Throws<InvalidOperationException>(() => Fail(gate));
        Assert.Equal(2, gate.Entered);

        [CacheData]
        static int Fail(Gate _gate)
        {
            _gate.Pass();
            throw new InvalidOperationException("no");
        }
    }

    [Fact, Trait("case", "53")]
    public async Task A_clear_during_a_computation_beats_it()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var owner = OnThread(() => Get(gate));
        gate.WaitUntilEntered();
        Assert.Equal(0, Cache.Clear(Get));
        gate.Open();
        Assert.Equal(1, await owner);
        Assert.Equal(0, world.Report("Get").Entries);
        Assert.Equal(2, Get(gate));

        [CacheData]
        static int Get(Gate _gate) => _gate.Pass();
    }

    [Fact, Trait("case", "54"), Trait("case", "67"), Trait("case", "70")]
    public async Task Every_kind_of_task_is_cached_by_its_value()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(new[] { 1 }, await Async(runs));
            Assert.Equal(new[] { 1 }, await Plain(runs));
            Assert.Equal(new[] { 1 }, await Value(runs));
            Assert.Equal(new[] { 1 }, await AsyncValue(runs));
            await Nothing(runs);
            await ValueNothing(runs);
        }

        Assert.Equal(6, runs.Count);
        Assert.NotSame(await Async(runs), await Async(runs));
        Assert.Same(await Shared(), await Shared());

        [CacheData]
        static async Task<int[]> Async(Runs _runs)
        {
            await Task.Yield();
            _runs.Next();
            return [1];
        }

        [CacheData]
        static Task<int[]> Plain(Runs _runs)
        {
            _runs.Next();
            return Task.FromResult<int[]>([1]);
        }

        [CacheData]
        static ValueTask<int[]> Value(Runs _runs)
        {
            _runs.Next();
            return new([1]);
        }

        [CacheData]
        static async ValueTask<int[]> AsyncValue(Runs _runs)
        {
            await Task.Yield();
            _runs.Next();
            return [1];
        }

        [CacheData]
        static async Task Nothing(Runs _runs)
        {
            await Task.Yield();
            _runs.Next();
        }

        [CacheData]
        static ValueTask ValueNothing(Runs _runs)
        {
            _runs.Next();
            return default;
        }

        [CacheResource]
        static async Task<object> Shared()
        {
            await Task.Yield();
            return new object();
        }
    }

    [Fact, Trait("case", "55"), Trait("case", "56")]
    public async Task Concurrent_awaits_share_one_run()
    {
        using var world = new CacheWorld();
        var source = new TaskCompletionSource<int>();
        var runs = new Runs();
        var calls = new[] { Get(source, runs), Get(source, runs), OnThread(() => Get(source, runs).GetAwaiter().GetResult()) };
        WaitForCallers(world, "Get", 3);
        source.SetResult(7);
        Assert.Equal(new[] { 7, 7, 7 }, await Task.WhenAll(calls));
        Assert.Equal(1, runs.Count);

        [CacheData]
        static async Task<int> Get(TaskCompletionSource<int> _source, Runs _runs)
        {
            _runs.Next();
            return await _source.Task;
        }
    }

    [Fact, Trait("case", "58")]
    public async Task One_callers_cancellation_is_its_own_and_the_last_ones_ends_the_work()
    {
        using var world = new CacheWorld();
        var body = new TaskCompletionSource<int>();
        var seen = new TaskCompletionSource<CancellationToken>();
        using var starter = new CancellationTokenSource();
        using var waiter = new CancellationTokenSource();
        var first = Get(body, seen, starter.Token);
        var second = Get(body, seen, waiter.Token);
        var token = await seen.Task;
        await starter.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(starter.Token, cancelled.CancellationToken);
        Assert.False(token.IsCancellationRequested);
        await waiter.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(token.IsCancellationRequested);

        [CacheData]
        static async Task<int> Get(TaskCompletionSource<int> _body, TaskCompletionSource<CancellationToken> _seen, CancellationToken token)
        {
            _seen.TrySetResult(token);
            return await _body.Task.WaitAsync(token);
        }
    }

    [Fact]
    public async Task What_a_body_registered_on_its_token_does_not_throw_at_who_leaves()
    {
        using var world = new CacheWorld();
        var body = new TaskCompletionSource<int>();
        using var caller = new CancellationTokenSource();
        var call = Get(body, caller.Token);
        await caller.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, cancelled.CancellationToken);
        Assert.Equal(["Get() was cancelled because nobody waited any more, and what it registered on its token threw."], world.Log.Lines);
        body.SetResult(1);

        [CacheData]
        static async Task<int> Get(TaskCompletionSource<int> _body, CancellationToken token)
        {
            using var registration = token.Register(() => throw new InvalidOperationException("The body's own."));
            return await _body.Task;
        }
    }

    [Fact, Trait("case", "60")]
    public async Task Clearing_an_async_computation_lets_its_owner_have_the_old_value()
    {
        using var world = new CacheWorld();
        var sources = new Queue<TaskCompletionSource<int>>([new(), new()]);
        var (first, second) = (sources.First(), sources.Last());
        var old = Get(sources);
        Cache.Clear(Get);
        var fresh = Get(sources);
        first.SetResult(1);
        second.SetResult(2);
        Assert.Equal((1, 2), (await old, await fresh));
        Assert.Equal(2, await Get(sources));

        [CacheData]
        static Task<int> Get(Queue<TaskCompletionSource<int>> _sources) => _sources.Dequeue().Task;
    }

    [Fact, Trait("case", "61")]
    public async Task Clearing_one_key_in_flight_leaves_the_other()
    {
        using var world = new CacheWorld();
        var (body, runs) = (new TaskCompletionSource(), new Runs());
        var (one, two) = (Get(1, body, runs), Get(2, body, runs));
        Cache.Clear(Get, 1);
        body.SetResult();
        await Task.WhenAll(one, two);
        await Get(2, body, runs);
        Assert.Equal(2, runs.Count);
        await Get(1, body, runs);
        Assert.Equal(3, runs.Count);

        [CacheData]
        static async Task<int> Get(int x, TaskCompletionSource _body, Runs _runs)
        {
            _runs.Next();
            await _body.Task;
            return x;
        }
    }

    [Fact]
    public async Task Hits_do_not_wait_for_a_miss()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        gate.Open();
        Get(1, gate);
        var shut = new Gate();
        var miss = OnThread(() => Get(2, shut));
        shut.WaitUntilEntered();
        Assert.Equal(1, Get(1, gate));
        shut.Open();
        Assert.Equal(2, await miss);

        [CacheData]
        static int Get(int x, Gate _gate)
        {
            _gate.Pass();
            return x;
        }
    }

    [Fact, Trait("case", "65")]
    public async Task A_starter_alone_gets_a_value_that_cannot_be_copied_when_it_was_cleared_in_flight()
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var owner = OnThread(() => Get(gate));
        gate.WaitUntilEntered();
        Cache.Clear(Get);
        gate.Open();
        Assert.IsType<Func<int>>((await owner)[0]);
        Assert.Throws<UncopyableValueException>(() => Get(gate));

        [CacheData]
        static object[] Get(Gate _gate)
        {
            _gate.Pass();
            return [new Func<int>(() => 1)];
        }
    }
}
