namespace Refrain.Runs;

/// <summary>Counts the runs that still execute although their session has gone on; beyond a number, sessions wait.</summary>
/// <param name="limit">How many there may be.</param>
internal sealed class AbandonedRuns(int limit)
{
    private readonly Queue<Action> _waiting = new();
    private int _count;

    /// <summary>Takes a place, or calls back once when one may be free.</summary>
    internal bool TryTake(Action whenFree)
    {
        lock (_waiting)
        {
            if (_count < limit)
            {
                _count++;
                return true;
            }

            _waiting.Enqueue(whenFree);
            return false;
        }
    }

    internal void Release()
    {
        Action[] waiting;
        lock (_waiting)
        {
            _count--;
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        // Not here: the caller holds its own session's lock, and these take theirs.
        foreach (var next in waiting)
            ThreadPool.UnsafeQueueUserWorkItem(static next => next(), next, preferLocal: false);
    }
}
