using System.Diagnostics.CodeAnalysis;
using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Stores;

/// <summary>The entries of one function in memory, with their limits.</summary>
/// <remarks>
/// Reads take no lock (see Note [Why a table of our own]). Everything that changes the store runs under the gate of the function's cache.
/// The order of uses is exact for uses that happen one after another: a queue orders entries by the use under which they were last
/// placed; an entry used since is placed again when it comes to the front, so what is evicted is truly the least recently used.
/// </remarks>
/// <param name="maxEntries">How many entries at most.</param>
/// <param name="maxSize">How many bytes at most.</param>
/// <param name="ordersByAge">Whether entries expire, so that their order by age is kept.</param>
/// <param name="uses">Where uses are noted.</param>
/// <param name="budget">What is charged for the entries.</param>
/// <param name="left">Told of each entry that left.</param>
internal sealed class EntryStore<TKey, T>(
    int? maxEntries, long? maxSize, bool ordersByAge, Uses uses, Budget budget, Action<Entry<TKey, T>, EvictionReason> left)
    where TKey : notnull, IEquatable<TKey>
{
    private readonly EntryTable<TKey, T> _entries = new();
    private readonly PlaceQueue<TKey, T> _byUse = new();
    private readonly PlaceQueue<TKey, T> _byAge = new();
    private readonly bool _bounded = maxEntries is not null || maxSize is not null;
    private long _bytes;

    internal int Count => _entries.Count;

    internal long Bytes => Volatile.Read(ref _bytes);

    internal IEnumerable<Entry<TKey, T>> Entries => _entries.Entries;

    /// <summary>Where a hit finds its entry, which does not use it: the order of uses stays.</summary>
    internal EntryTable<TKey, T> Table => _entries;

    /// <inheritdoc cref="Table"/>
    internal bool TryGet(TKey key, [NotNullWhen(true)] out Entry<TKey, T>? entry) => _entries.TryGet(key, out entry);

    /// <summary>Where a hit is noted in a store that does not order its entries by use; <see langword="null"/> in one that does.</summary>
    internal Uses? PlainUses => _bounded ? null : uses;

    /// <summary>Notes a hit; writes nothing that other threads' hits write.</summary>
    internal void Use(Entry<TKey, T> entry)
    {
        if (_bounded)
            uses.HitInOrder(entry.UsePlace!);
        else
            uses.Hit(entry.UsePlace!);
    }

    /// <summary>Whether a value of this size can be kept at all.</summary>
    internal bool Fits(long size) => maxSize is null || size <= maxSize;

    internal void Set(Entry<TKey, T> entry, long now)
    {
        Remove(entry.Key, EvictionReason.Replaced);
        FreeExpired(now);
        _entries.Add(entry);
        _bytes += entry.Size;
        budget.Add(entry.Facts.Charge);
        if (ordersByAge)
            _byAge.Add(entry.Place, entry.Validity.ServedUntil);
        if (_bounded)
            PlaceNewest(entry, now);
        _byUse.Compact(Count);
        _byAge.Compact(Count);
    }

    internal bool Remove(TKey key, EvictionReason reason)
    {
        if (!_entries.TryRemove(key, out var entry))
            return false;
        entry.Place.Entry = null;
        _bytes -= entry.Size;
        budget.Remove(entry.Facts.Charge);
        left(entry, reason);
        return true;
    }

    /// <summary>Removes this entry unless another has taken its place.</summary>
    internal bool Remove(Entry<TKey, T> entry, EvictionReason reason) =>
        _entries.TryGet(entry.Key, out var current) && ReferenceEquals(current, entry) && Remove(entry.Key, reason);

    internal int RemoveAll(EvictionReason reason)
    {
        var removed = 0;
        foreach (var entry in _entries.Entries)
            removed += Remove(entry.Key, reason) ? 1 : 0;
        _entries.Trim();
        _byUse.Clear();
        _byAge.Clear();
        return removed;
    }

    /// <summary>Frees what can no longer be served; gives when the next entry is due, <see cref="long.MaxValue"/> for never.</summary>
    internal long FreeExpired(long now)
    {
        while (NextDue() <= now && _byAge.TryTake(out var place, out _))
            Remove(place.Entry!.Key, EvictionReason.Expired);
        return NextDue();
    }

    /// <summary>When the next entry can no longer be served, <see cref="long.MaxValue"/> for never.</summary>
    internal long NextDue()
    {
        while (_byAge.TryPeek(out var place))
        {
            if (place.Entry is { } entry)
                return entry.Validity.ServedUntil;
            _byAge.TryTake(out _, out _);
        }

        return long.MaxValue;
    }

    private void PlaceNewest(Entry<TKey, T> entry, long now)
    {
        _byUse.Add(entry.Place, uses.Stored(entry.Place));
        while (Count > maxEntries)
            Evict(EvictionReason.MaxEntries, now);
        while (_bytes > maxSize)
            Evict(EvictionReason.MaxSize, now);
    }

    /// <summary>Drops an entry that is only served stale any more, else the least recently used. All entries are stale for the same time, so
    /// their order by age serves both.</summary>
    private void Evict(EvictionReason reason, long now)
    {
        while (_byAge.TryPeek(out var oldest))
        {
            if (oldest.Entry is { } stale && stale.Validity.Expires > now)
                break;
            _byAge.TryTake(out _, out _);
            if (oldest.Entry is not { } gone)
                continue;
            Remove(gone.Key, EvictionReason.Expired);
            return;
        }

        EvictLeastRecentlyUsed(reason);
    }

    private void EvictLeastRecentlyUsed(EvictionReason reason)
    {
        while (_byUse.TryTake(out var place, out var placedAt))
        {
            if (place.Entry is not { } entry)
                continue;
            var lastUse = uses.LastUseOf(place);
            if (lastUse != placedAt)
            {
                _byUse.Add(place, lastUse);
                continue;
            }

            Remove(entry.Key, reason);
            return;
        }
    }
}
