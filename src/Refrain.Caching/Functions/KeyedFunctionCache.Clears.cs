using Refrain.Caching.Lifetimes;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <content>How entries leave: clears, time, validation, reload, the end.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private readonly Queue<HeldResource> _leaving = new();
    private ITimer? _sweep;
    private long _sweepDue = long.MaxValue;
    private bool _retired;
    private string? _whyRetired;

    internal override int Clear(ICollection<Task> releases)
    {
        Host.At(Step.Clearing);
        var removed = 0;
        try
        {
            removed = _stored?.RemoveAll() ?? 0;
            Host.At(Step.ClearedBeside);
        }
        finally
        {
            removed = Math.Max(removed, Forget(EvictionReason.Cleared, releases) + (Successor?.Clear(releases) ?? 0));
            Host.At(Step.Cleared);
        }

        return removed;
    }

    internal override int ClearEntry(object?[] arguments, ICollection<Task> releases)
    {
        var args = TArgs.Unbox(arguments, 0);
        Host.At(Step.Clearing);
        var removed = 0;
        try
        {
            removed = _stored?.Remove(KeyEncoder.StableDigest(_name, args)) == true ? 1 : 0;
            Host.At(Step.ClearedBeside);
        }
        finally
        {
            removed = Math.Max(removed, Forget(_keys.Make(args, _name), releases));
            if (Successor?.Clear(releases) > 0)
                removed = Math.Max(removed, 1);
            Host.At(Step.Cleared);
        }

        return removed;
    }

    /// <summary>Removes everything from memory and detaches all flights.</summary>
    private int Forget(EvictionReason reason, ICollection<Task> releases)
    {
        int removed;
        lock (_gate)
        {
            removed = _store.RemoveAll(reason);
            foreach (var flight in _flights.Values)
                flight.Detached = true;
            _flights.Clear();
        }

        ReleaseLeft(releases);
        return removed;
    }

    private int Forget(TKey key, ICollection<Task> releases)
    {
        int removed;
        lock (_gate)
        {
            if (_combinations is not null)
            {
                removed = ForgetAll(_combinations.Beginning(key));
            }
            else
            {
                removed = _store.Remove(key, EvictionReason.Cleared) ? 1 : 0;
                if (_flights.TryGetValue(key, out var flight))
                    Detach(flight);
            }
        }

        ReleaseLeft(releases);
        return removed;
    }

    internal override void Retire(EvictionReason reason, string? why = null)
    {
        lock (_gate)
        {
            _retired = true;
            _whyRetired = why;
            _sweep?.Dispose();
            _sweep = null;
        }

        Forget(reason, []);
    }

    internal override bool TryAdopt(FunctionDefinition newer)
    {
        if (newer.Code is not CachedCode<TArgs, T> code || _retired
            || newer.Fingerprint.Digest != Definition.Fingerprint.Digest || !Host.Settings.Overrides.Of(newer).SameAs(Options)
            || HoldsReplaced(newer))
        {
            return false;
        }

        _code = code;
        _rules?.Adopt(newer);
        Definition = newer;
        return true;
    }

    private void Detach(Flight<TKey, T> flight)
    {
        if (flight.Detached)
            return;
        flight.Detached = true;
        _flights.Remove(flight.Key);
    }

    private void RemoveInvalid(Entry<TKey, T> entry)
    {
        lock (_gate)
            _store.Remove(entry, EvictionReason.Invalid);
        ReleaseLeft();
    }

    internal override void Offer(List<BudgetKeeper.Candidate> candidates)
    {
        if (Options.IsResource)
            return;
        var now = _clock.GetTimestamp();
        foreach (var entry in _store.Entries)
        {
            var age = _clock.GetElapsedTime(entry.Validity.Stored, now);
            candidates.Add(BudgetKeeper.Candidate.Of(this, entry.Place, entry.Facts, _counters.Uses.HitsOf(entry.Place), age));
        }
    }

    internal override void Evict(Place place)
    {
        lock (_gate)
        {
            if (((Place<TKey, T>)place).Entry is { } entry)
                _store.Remove(entry, EvictionReason.Budget);
        }
    }

    private void OnLeft(Entry<TKey, T> entry, EvictionReason reason)
    {
        if (_isLettingGo)
            return;
        _counters.Left(entry.Place, entry.Facts.Cost, reason);
        _combinations?.Release(entry.Key);
        if (reason is not (EvictionReason.Replaced or EvictionReason.Ended))
            _missLog.Gone(entry.Key.GetHashCode(), _whyRetired ?? MissLog.Why(reason));
        if (entry.Resource is { } resource)
            _leaving.Enqueue(resource);
    }

    /// <summary>Lets go of resources that left the store. Outside the gate, because a release is the user's code.</summary>
    private void ReleaseLeft(ICollection<Task>? releases = null)
    {
        while (true)
        {
            HeldResource? resource;
            lock (_gate)
            {
                if (!_leaving.TryDequeue(out resource))
                    return;
            }

            resource.Leave();
            releases?.Add(resource.Released);
        }
    }

    /// <summary>Frees expired entries in time also when nobody calls.</summary>
    private void ScheduleSweep()
    {
        if (Options.Ttl is null)
            return;
        lock (_gate)
            Schedule(_store.NextDue());
    }

    private void Schedule(long due)
    {
        if (_retired || due == long.MaxValue || (due >= _sweepDue && _sweep is not null))
            return;
        _sweepDue = due;
        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), due);
        if (wait > MaxWait)
            wait = MaxWait;
        _sweep ??= _clock.CreateTimer(static self => ((KeyedFunctionCache<TArgs, TKey, TMaker, T>)self!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _sweep.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        lock (_gate)
        {
            _sweepDue = long.MaxValue;
            Schedule(_store.FreeExpired(_clock.GetTimestamp()));
        }

        ReleaseLeft();
    }

    /// <summary>Timers take no more than about 49 days.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(40);
}
