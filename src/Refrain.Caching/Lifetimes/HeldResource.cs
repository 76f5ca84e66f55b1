namespace Refrain.Caching.Lifetimes;

/// <summary>A resource of the cache and who holds it. Released exactly once: when it has left the cache and nobody holds it.</summary>
/// <param name="release">Releases the resource.</param>
/// <param name="clock">For the grace given to callers that hold nothing.</param>
/// <param name="grace">How long a resource that was given out without a holder lives on after it left the cache.</param>
/// <param name="graceBegan">Told when such a resource has left the cache. Default: nobody.</param>
internal sealed class HeldResource(Func<ValueTask> release, TimeProvider clock, TimeSpan grace, Action? graceBegan = null)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _timer;
    private int _holds;
    private bool _givenOutUnheld;
    private State _state;

    private enum State
    {
        Cached,
        Left,
        Released,
    }

    /// <summary>Completes when the resource was released, whether the release succeeded or not.</summary>
    internal Task Released => _released.Task;

    /// <summary>Whether its release has begun.</summary>
    internal bool IsReleasing
    {
        get
        {
            lock (_gate)
                return _state == State.Released;
        }
    }

    /// <summary>Takes a hold, unless the resource has left the cache.</summary>
    internal bool TryHold()
    {
        lock (_gate)
        {
            if (_state != State.Cached)
                return false;
            _holds++;
            return true;
        }
    }

    /// <summary>Takes a hold on a resource that has left the cache too, as long as it was not released.</summary>
    internal bool TryHoldUnreleased()
    {
        lock (_gate)
        {
            if (_state == State.Released)
                return false;
            _holds++;
            return true;
        }
    }

    /// <summary>Takes a hold on a resource that was just made, even if a clear has kept it out of the cache.</summary>
    internal void HoldFresh()
    {
        lock (_gate)
            _holds++;
    }

    /// <summary>Notes that a caller got the resource and holds nothing, unless it has left the cache.</summary>
    internal bool TryGiveOutUnheld()
    {
        lock (_gate)
        {
            _givenOutUnheld = true;
            return _state == State.Cached;
        }
    }

    internal void Unhold()
    {
        lock (_gate)
            _holds--;
        ReleaseWhenFree();
    }

    /// <summary>The resource left the cache.</summary>
    internal void Leave()
    {
        bool inGrace;
        lock (_gate)
        {
            if (_state != State.Cached)
                return;
            _state = State.Left;
            inGrace = _givenOutUnheld;
            if (inGrace)
                _timer = clock.CreateTimer(static self => ((HeldResource)self!).EndGrace(), this, grace, Timeout.InfiniteTimeSpan);
        }

        if (inGrace)
            graceBegan?.Invoke();
        ReleaseWhenFree();
    }

    /// <summary>Ends the grace at once: at shutdown nobody is left to use it.</summary>
    internal void EndGrace()
    {
        lock (_gate)
        {
            _givenOutUnheld = false;
            _timer?.Dispose();
            _timer = null;
        }

        ReleaseWhenFree();
    }

    private void ReleaseWhenFree()
    {
        lock (_gate)
        {
            if (_state != State.Left || _holds > 0 || _givenOutUnheld)
                return;
            _state = State.Released;
        }

        _ = ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await release().ConfigureAwait(false);
        }
        finally
        {
            _released.TrySetResult();
        }
    }
}
