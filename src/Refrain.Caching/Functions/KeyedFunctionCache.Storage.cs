using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <content>Entries beside memory: looked for before a body runs, kept when it has.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private readonly StoredFunction<T>? _stored;

    private StoredFunction<T>? OpenStorage()
    {
        if (Options.Persist == Persist.None || Host.Storage is not { } storage)
            return null;
        return new(storage.Open(_name.Identity, Definition.Fingerprint.Digest, new(Options.MaxEntries, Options.MaxSize)), Host, _name, Options.Tags);
    }

    /// <summary>Lands a flight with the entry that lies beside memory, if there is one that is still good.</summary>
    private bool TryRecall(Flight<TKey, T> flight, TArgs args)
    {
        if (_stored is null)
            return false;
        try
        {
            if (Begin(flight, args) is not { } key || _stored.TryRead(key) is not { } found || MakeEntry(flight, found) is not { } entry)
                return false;
            _counters.FoundInStorage();
            flight.IsRecalled = true;
            flight.Original = entry.HandOut();
            Settle(flight, entry);
            Host.At(Step.Stored);
            if (_clock.GetTimestamp() >= entry.Validity.Expires)
                Refresh(entry, args);
            return true;
        }
        catch (Exception exception)
        {
            Abandon(flight, exception);
            return true;
        }
    }

    /// <summary>Notes which clears have come beside memory before a value is computed; gives the name of the entry there.</summary>
    private KeyDigest? Begin(Flight<TKey, T> flight, TArgs args)
    {
        if (_stored is null)
            return null;
        var key = KeyEncoder.StableDigest(_name, args);
        flight.Ticket = _stored.Begin(key);
        return key;
    }

    /// <summary>An entry of a value that was found: nobody else has it, so it is the master itself. <see langword="null"/> if its time is up by
    /// the options as they are now.</summary>
    private Entry<TKey, T>? MakeEntry(Flight<TKey, T> flight, StoredValue<T> found)
    {
        var now = _clock.GetTimestamp();
        var age = _clock.GetUtcNow() - found.Stored;
        var validity = ValidFrom(now - (long)(age.TotalSeconds * _clock.TimestampFrequency));
        if (age < TimeSpan.Zero || now >= validity.ServedUntil)
            return null;
        var master = Snapshot.Adopt(found.Value, _name);
        return new(flight.Key, master.IsShared ? master.HandOut() : default, master.IsShared ? null : master, new EntryFacts
        {
            Recording = found.Recording,
            Validity = validity,
            Cost = found.Cost,
            Charge = master.Charge.With(found.Recording),
            Arguments = _keys.TellsArguments ? null : found.Arguments,
        });
    }

    private void StoreBeside(Flight<TKey, T> flight, T value, Entry<TKey, T> entry)
    {
        if (_stored is null || flight.Ticket is not { } ticket || flight.Detached || !_store.Fits(entry.Size))
            return;
        var stored = _clock.GetUtcNow();
        _stored.Write(
            ticket,
            new(value, entry.Recording, stored, entry.Facts.Cost, flight.Arguments),
            Options.Ttl is { } ttl ? Later(stored, ttl + Options.StaleFor) : null);
    }

    private static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) =>
        by < DateTimeOffset.MaxValue - time ? time + by : DateTimeOffset.MaxValue;
}
