using Refrain.Caching.Snapshots;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <content>What becomes of a value, or of a failure.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    /// <summary>Makes an entry of what a body returned, and gives it to everyone who waits.</summary>
    /// <remarks>
    /// Note [Clear beats compute]
    /// A clear takes the gate, removes entries and detaches flights. A landing takes the same gate, and stores only while its flight is
    /// still in the table of flights. So in every order of the steps begin, compute, freeze, clear, store, either the clear comes before the
    /// store and the flight is detached, or after it and the entry is removed. Nothing computed before a clear is found after it.
    /// Beside memory the store keeps the same rule with its tickets (Note [Clears across processes]). A clear goes there first: whoever then
    /// still finds the old entry there began before the clear comes to the gate, and is detached by it.
    /// </remarks>
    /// <returns>Why there is no entry; <see langword="null"/> when there is.</returns>
    private Exception? Land(Flight<TKey, T> flight, Body body, T value)
    {
        Host.At(Step.Computed);
        var recording = body.End(failed: false);
        EndReads(flight);
        Entry<TKey, T> entry;
        try
        {
            entry = MakeEntry(flight, value, recording);
            Host.At(Step.Frozen);
            StoreBeside(flight, value, entry);
            Host.At(Step.StoredBeside);
        }
        catch (Exception exception)
        {
            Abandon(flight, exception);
            return exception;
        }

        flight.Original = value;
        Settle(flight, entry);
        Host.At(Step.Stored);
        return null;
    }

    /// <summary>Stores an entry unless a clear forbids it, and gives it to everyone who waits.</summary>
    private void Settle(Flight<TKey, T> flight, Entry<TKey, T> entry)
    {
        var now = Options.Ttl is null ? 0 : _clock.GetTimestamp(); // without a time nothing expires
        bool kept;
        lock (_gate)
        {
            kept = !flight.Detached && _store.Fits(entry.Size);
            if (!flight.Detached)
                _flights.Remove(flight.Key);
            if (entry.Resource is { } resource)
                flight.HoldForReceivers(resource);
            if (kept)
            {
                ForgetOtherReads(flight);
                _store.Set(entry, now);
            }
            else
            {
                _combinations?.Release(flight.Read);
                _missLog.Gone(flight.Key.GetHashCode(), flight.Detached ? "cleared" : "larger than MaxSize");
            }
        }

        if (!kept)
            entry.Resource?.Leave();
        ReleaseLeft();
        if (kept)
        {
            ScheduleSweep();
            Host.MakeRoomFor(entry.Place);
        }
        else if (!flight.Detached)
        {
            Host.WarnTooLarge(_name, entry.Size, Options.MaxSize!.Value);
        }

        if (!Options.IsResource)
            flight.EndHolder();
        flight.Land(entry);
    }

    private void Fail(Flight<TKey, T> flight, Body body, Exception exception)
    {
        _counters.Failed();
        body.End(failed: true);
        Abandon(flight, exception);
    }

    private void Abandon(Flight<TKey, T> flight, Exception exception)
    {
        lock (_gate)
        {
            if (!flight.Detached)
                _flights.Remove(flight.Key);
            flight.IsOver = true;
            _combinations?.Release(flight.Read);
            _missLog.Gone(flight.Key.GetHashCode(), "the last call failed");
        }

        flight.EndHolder();
        flight.Fail(exception);
    }

    private Entry<TKey, T> MakeEntry(Flight<TKey, T> flight, T value, object? recording)
    {
        var now = _clock.GetTimestamp();
        var cost = _clock.GetElapsedTime(flight.Started, now);
        _counters.Spent(cost);
        CacheHosts.Meter.Ran(Definition, cost);
        if (Options.IsResource)
        {
            Awaitables.Refuse(value, _name);
            var resource = _rules!.Own(value, flight.Holder);
            return new(flight.Key, value, master: null, new() { Recording = recording, Resource = resource, Validity = ValidFrom(now), Cost = cost });
        }

        // A starter alone with a value that will not be stored needs no copy, and no complaint that it has none.
        if (IsForStarterAlone(flight))
            return new(flight.Key, value, master: null, EntryFacts.None);
        var master = Snapshot.Freeze(value, _name);
        return new(flight.Key, master.IsShared ? master.HandOut() : default, master.IsShared ? null : master, new()
        {
            Recording = recording,
            Validity = ValidFrom(now),
            Cost = cost,
            Charge = master.Charge.With(recording),
            Arguments = _keys.TellsArguments ? null : InBrief(flight),
        });
    }

    private Validity ValidFrom(long stored) => new(
        stored,
        After(stored, Options.Ttl),
        Options.Ttl is null ? long.MaxValue : After(stored, Options.Ttl + Options.StaleFor));

    private bool IsForStarterAlone(Flight<TKey, T> flight)
    {
        lock (_gate)
            return flight is { Detached: true, Joined: 1 };
    }

    private long After(long now, TimeSpan? span)
    {
        if (span is not { } time)
            return long.MaxValue;
        var ticks = time.TotalSeconds * _clock.TimestampFrequency;
        return ticks >= long.MaxValue - now ? long.MaxValue : now + (long)ticks;
    }
}
