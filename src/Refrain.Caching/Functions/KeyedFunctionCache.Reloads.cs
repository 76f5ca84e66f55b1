using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Stores;
using Refrain.Caching.Values;

namespace Refrain.Caching.Functions;

/// <content>Reload: entries go on in the cache of newer code that is the same but for the types it was compiled to.</content>
/// <remarks>
/// Note [A reload loses no clear]
/// What is carried over is rebuilt before the newer cache is found by anyone, and put into it under its gate, which is taken before it is found: so no
/// call computes what is about to come, and a clear of the newer cache waits until everything is there. Each entry is taken out of the older
/// cache first, so one that a clear has removed there meanwhile does not come back. A clear that comes to the older cache afterwards finds out
/// who has its entries, and clears those.
/// </remarks>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private bool _isLettingGo;

    internal override Type ValueType => typeof(T);

    internal override object? Rules => _rules;

    internal override IReadOnlyList<LeftEntry> Leaving()
    {
        var now = _clock.GetTimestamp();
        return
        [
            .. _store.Entries
                .Where(entry => now < entry.Validity.ServedUntil)
                .OrderBy(entry => _counters.Uses.LastUseOf(entry.Place))
                .Select(entry => new LeftEntry(entry, _keys.Parts(entry.Key), entry.Facts, () => entry.HandOut())),
        ];
    }

    internal override bool TryLetGo(LeftEntry left, out long hits)
    {
        var entry = (Entry<TKey, T>)left.Entry;
        lock (_gate)
        {
            hits = _counters.Uses.HitsOf(entry.Place);
            _isLettingGo = true;
            var was = _store.Remove(entry, EvictionReason.Replaced);
            _isLettingGo = false;
            return was;
        }
    }

    internal override bool TrySucceed(FunctionCache older, Func<bool> publish, out string? changed)
    {
        var isSame = older.Definition.Fingerprint.Digest == Definition.Fingerprint.Digest && older.Options.SameAs(Options);
        var rebuilding = new Rebuilding(ReplacedBy(older.Definition, Definition));
        var carried = isSame ? Rebuild(older, rebuilding) : [];
        changed = rebuilding.Changed;
        lock (_gate)
        {
            if (!publish())
                return false;
            older.Successor = this;
            if (isSame && older.Rules is ResourceRules<T> rules)
            {
                // Resources are released by the rules they were made under, which must not keep the older code.
                rules.Adopt(Definition);
                _rules = rules;
            }

            foreach (var (left, entry) in carried)
            {
                if (!older.TryLetGo(left, out var hits))
                    continue;
                entry.Place.Take(hits, lastUse: 0);
                _store.Set(entry, _clock.GetTimestamp());
            }
        }

        ScheduleSweep();
        if (carried.Count > 0)
            Host.MakeRoomFor(carried[^1].Entry.Place);
        return true;
    }

    /// <summary>Whether entries hold objects of code that a newer definition replaces, though the types of the function are the same.</summary>
    private bool HoldsReplaced(FunctionDefinition newer)
    {
        var rebuilding = new Rebuilding(ReplacedBy(Definition, newer));
        return rebuilding.MayHoldReplaced(typeof(T)) && _store.Entries.Any(entry => HoldsReplaced(entry, rebuilding));
    }

    private static bool HoldsReplaced(Entry<T> entry, Rebuilding rebuilding) =>
        rebuilding.MayHoldReplaced(typeof(T))
        && (entry.Resource is null ? rebuilding.HoldsReplaced(entry.HandOut()) : rebuilding.IsReplaced(entry.HandOut()));

    private static ReplacedCode? ReplacedBy(FunctionDefinition older, FunctionDefinition newer) =>
        ReplacedCode.Between(older.Method.Module.Assembly, newer.Method.Module.Assembly);

    private List<(LeftEntry Left, Entry<TKey, T> Entry)> Rebuild(FunctionCache older, Rebuilding rebuilding)
    {
        var rebuilt = new List<(LeftEntry, Entry<TKey, T>)>();
        foreach (var left in older.Leaving())
        {
            try
            {
                if (Rebuild(left, older.ValueType, rebuilding) is { } entry)
                    rebuilt.Add((left, entry));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Equality, or a copy, that the program has written itself: whatever it throws, the value is computed anew.
                rebuilding.Failed(typeof(T));
            }
        }

        return rebuilt;
    }

    /// <summary>The same entry for the newer code; <see langword="null"/> where there can be none.</summary>
    private Entry<TKey, T>? Rebuild(LeftEntry left, Type from, Rebuilding rebuilding)
    {
        if (!_keys.TryRebuild(left.Key, rebuilding, out var key))
            return null;
        if (left.Entry is Entry<T> same && !HoldsReplaced(same, rebuilding))
            return new(key, same);
        if (Options.IsResource || !rebuilding.TryRebuild(left.HandOut(), from, typeof(T), out var value))
            return null;
        var master = Snapshot.Adopt((T)value!, _name);
        var facts = left.Facts with { Charge = master.Charge.With(left.Facts.Recording) };
        return new(key, master.IsShared ? master.HandOut() : default, master.IsShared ? null : master, facts);
    }
}
