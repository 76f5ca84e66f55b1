using static Refrain.Caching.Tests.Callers;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Cached functions that would wait for each other for ever are told so, with the cycle, and nobody hangs.</summary>
[Trait("row", "D10")]
public sealed class CycleTests
{
    [Fact]
    public void A_cycle_of_one_key_is_an_error_that_shows_it()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0110: Cached functions wait for each other: Loop(1) → Loop(1). " +
            "Break the cycle: let one of them be a plain function, or pass its result as an argument.",
            Assert.Throws<CacheException>(() => Loop(1)).Message);
        Assert.Equal(6, Sum(3));

        [CacheData]
        static int Loop(int x) => Loop(x);

        [CacheData]
        static int Sum(int x) => x == 0 ? 0 : x + Sum(x - 1);
    }

    [Fact]
    public void A_cycle_through_several_keys_and_functions_shows_them_all()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0110: Cached functions wait for each other: Round(3) → Round(1) → Again(2) → Round(3). " +
            "Break the cycle: let one of them be a plain function, or pass its result as an argument.",
            Assert.Throws<CacheException>(() => Round(1)).Message);
        Assert.All(Cache.Inspect(), report => Assert.Equal((0, 0, 0), (report.Computing, report.Waiting, report.Entries)));

        [CacheData]
        static object Round(int x) => x == 1 ? Again(2) : Round(1);

        [CacheResource]
        static object Again(int x) => Round(x + 1);
    }

    [Fact]
    public async Task A_cycle_of_an_asynchronous_function_is_an_error_too()
    {
        using var world = new CacheWorld();
        var failed = await Assert.ThrowsAsync<CacheException>(() => LoopAsync(1));
        Assert.StartsWith("RFN0110: Cached functions wait for each other: LoopAsync(2) → LoopAsync(1) → LoopAsync(2). ", failed.Message, StringComparison.Ordinal);

        [CacheData]
        static async Task<int> LoopAsync(int x)
        {
            await Task.Yield();
            return await LoopAsync(3 - x);
        }
    }

    [Fact]
    public async Task A_cycle_through_two_threads_is_an_error_that_shows_it()
    {
        using var world = new CacheWorld();
        using var both = new Barrier(2);
        var calls = new[] { OnThread(() => Left(both)), OnThread(() => Right(both)) };
        var failed = await Assert.ThrowsAsync<CacheException>(() => Task.WhenAll(calls));
        Assert.StartsWith("RFN0110: Cached functions wait for each other: ", failed.Message, StringComparison.Ordinal);

        [CacheData]
        static int Left(Barrier _both)
        {
            _both.SignalAndWait(Patience);
            return Right(_both);
        }

        [CacheData]
        static int Right(Barrier _both)
        {
            _both.SignalAndWait(Patience);
            return Left(_both);
        }
    }

    [Fact]
    public async Task A_cycle_through_two_sessions_is_an_error_though_each_has_its_own()
    {
        using var world = new CacheWorld();
        using var both = new Barrier(2);
        var calls = new[] { OnThread(() => InASession("a", "b")), OnThread(() => InASession("b", "a")) };
        var failed = await Assert.ThrowsAsync<CacheException>(() => Task.WhenAll(calls));
        Assert.StartsWith("RFN0110: Cached functions wait for each other: Shared(", failed.Message, StringComparison.Ordinal);

        int InASession(string first, string second)
        {
            using (Cache.Scope())
                return Shared(first, second, both);
        }

        [CacheData]
        static int Shared(string x, [NotKeyed] string other, Barrier _both)
        {
            _both.SignalAndWait(Patience);
            return Shared(other, x, _both);
        }
    }

    [Fact]
    public async Task Who_was_refused_is_not_counted_among_those_who_wait()
    {
        using var world = new CacheWorld();
        var (refused, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        using var only = new CancellationTokenSource();
        var call = LoopAsync(refused, go, only.Token);
        await refused.Task;
        WaitForCallers(world, "LoopAsync", 1);
        await only.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(0, world.Report("LoopAsync").Computing);

        [CacheData]
        static async Task<int> LoopAsync(TaskCompletionSource _refused, TaskCompletionSource _go, CancellationToken cancellation)
        {
            await Assert.ThrowsAsync<CacheException>(() => LoopAsync(_refused, _go, CancellationToken.None));
            _refused.SetResult();
            await _go.Task.WaitAsync(cancellation);
            return 1;
        }
    }
}
