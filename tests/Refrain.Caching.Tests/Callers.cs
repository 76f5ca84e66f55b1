namespace Refrain.Caching.Tests;

/// <summary>Calls that are under way at the same time.</summary>
internal static class Callers
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static Task<T> OnThread<T>(Func<T> call) =>
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits until so many callers wait for the flights of a function.</summary>
    internal static void WaitForCallers(CacheWorld world, string function, int callers) => Assert.True(
        SpinWait.SpinUntil(() => Cache.Inspect().SingleOrDefault(report => report.Name == function)?.Waiting == callers, Patience),
        $"{function} has {Cache.Inspect().SingleOrDefault(report => report.Name == function)?.Waiting} callers of {callers} in {world.Host}");
}

/// <summary>Holds a body until the test lets it go on.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public int Entered => Volatile.Read(ref _count);

    public int Pass()
    {
        var count = Enter();
        Assert.True(_open.Task.Wait(Callers.Patience));
        return count;
    }

    public async Task<int> PassAsync()
    {
        var count = Enter();
        await _open.Task;
        return count;
    }

    public void WaitUntilEntered() => Assert.True(_entered.Task.Wait(Callers.Patience));

    public void Open() => _open.SetResult();

    private int Enter()
    {
        var count = Interlocked.Increment(ref _count);
        _entered.TrySetResult();
        return count;
    }
}
