namespace Refrain.Bench.Functions;

/// <summary>Functions that are missed, at length or often.</summary>
public static class MissFunctions
{
    private static int _executions;

    /// <summary>How long the slow bodies take.</summary>
    public static readonly TimeSpan Body = TimeSpan.FromSeconds(1);

    /// <summary>How often slow bodies ran since the last time this was asked.</summary>
    public static int TakeExecutions() => Interlocked.Exchange(ref _executions, 0);

    [CacheData]
    public static async Task<int> SlowAsync(int number, bool fails)
    {
        Interlocked.Increment(ref _executions);
        await Task.Delay(Body).ConfigureAwait(false);
        return fails ? throw new InvalidOperationException("as planned") : number;
    }

    [CacheData]
    public static int Slow(int number, bool fails)
    {
        Interlocked.Increment(ref _executions);
        Thread.Sleep(Body);
        return fails ? throw new InvalidOperationException("as planned") : number;
    }

    [CacheData]
    public static int Gated(int number, ManualResetEventSlim? _gate)
    {
        _gate?.Wait();
        return number;
    }

    [CacheData(MaxEntries = 1000)]
    public static int Bounded(int number) => number;
}
