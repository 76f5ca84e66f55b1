using System.Runtime.CompilerServices;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>The entries and flights of one function whose keys are of one kind.</summary>
/// <remarks>
/// This part is the hit. A hit takes no lock, waits for nothing, and writes nothing that other threads' hits share.
/// The other parts: <c>Misses</c> (flights), <c>Landing</c> (what becomes of a value), <c>Widgets</c>, <c>Refreshes</c>, <c>Clears</c>, <c>Reports</c>.
/// </remarks>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T> : FunctionCache<TArgs, T>
    where TArgs : struct, ISlot<TArgs>
    where TKey : notnull, IEquatable<TKey>
    where TMaker : struct, IKeyMaker<TArgs, TKey>
{
    private readonly TMaker _keys;
    private readonly Combinations<TKey>? _combinations;
    private readonly EntryStore<TKey, T> _store;
    private readonly EntryTable<TKey, T> _table;
    private readonly Uses? _plainUses;
    private readonly TimeProvider _clock;
    private readonly FunctionName _name;
    private readonly FunctionCounters _counters;
    private MissLog _missLog;
    private ResourceRules<T>? _rules;
    private CachedCode<TArgs, T> _code;

    internal KeyedFunctionCache(CacheHost host, CachedCode<TArgs, T> code, TMaker keys = default)
        : base(host, code.Definition)
    {
        (_keys, _combinations) = (keys, keys.Combinations);
        _clock = host.Clock;
        _name = code.Definition.Name;
        _counters = Counters;
        _store = new(Options.MaxEntries, Options.MaxSize, Options.Ttl is not null, _counters.Uses, host.Budget, OnLeft);
        (_table, _plainUses) = (_store.Table, _store.PlainUses);
        _missLog = new(_name.Parameters);
        _stored = OpenStorage();
        _rules = Options.IsResource ? new ResourceRules<T>(code.Definition, host) : null;
        _code = code;
    }

    // Note [A hit is one call]
    // These are calls and not inlined: with profiles the runtime would put all of a hit into the user's method, which then runs out of
    // registers and takes twice as long. For the same reason whatever is not the plainest hit is a call after which nothing is left to do.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal override T Get(TArgs args)
    {
        var key = _keys.Make(args, _name);
        if (_table.Find(key) is not { } node)
            return GetSlowly(args, key);
        if (!TryUsePlainly(node))
            return GetWithRules(node.Entry, args, key);
        return node.Value!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal override ValueTask<T> GetAsync(TArgs args)
    {
        var key = _keys.Make(args, _name);
        if (_table.Find(key) is not { } node)
            return GetSlowlyAsync(args, key);
        if (!TryUsePlainly(node))
            return GetWithRulesAsync(node.Entry, args, key);
        return new(node.Value!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal override Task<T> GetTask(TArgs args)
    {
        var key = _keys.Make(args, _name);
        if (_table.Find(key) is not { } node)
            return GetSlowlyAsync(args, key).AsTask();
        if (!TryUsePlainly(node))
            return GetTaskWithRules(node.Entry, args, key);
        return node.Entry.HandOutTask();
    }

    /// <summary>Uses what is given out as it is, for ever, to anybody, without an order of uses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryUsePlainly(EntryTable<TKey, T>.Node node)
    {
        if (!node.IsPlain || _plainUses is not { } uses)
            return false;
        uses.Hit(node.Place);
        return true;
    }

    /// <summary>Uses an entry that can be given out without looking at the caller: valid data that drew nothing.</summary>
    private bool TryUse(Entry<TKey, T> entry)
    {
        if (entry.PlainUntil != long.MaxValue && _clock.GetTimestamp() >= entry.PlainUntil)
            return false;
        _store.Use(entry);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T GetWithRules(Entry<TKey, T> entry, TArgs args, TKey key) => TryUse(entry) ? entry.HandOut() : GetSlowly(args, key);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<T> GetWithRulesAsync(Entry<TKey, T> entry, TArgs args, TKey key) =>
        TryUse(entry) ? new(entry.HandOut()) : GetSlowlyAsync(args, key);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<T> GetTaskWithRules(Entry<TKey, T> entry, TArgs args, TKey key) =>
        TryUse(entry) ? entry.HandOutTask() : GetSlowlyAsync(args, key).AsTask();

    /// <summary>Tries to answer a call from an entry: checks its time, holds and validates a resource, draws what was recorded.</summary>
    private ValueTask<bool> TryTakeAsync(Entry<TKey, T> entry, TArgs args, Caller caller)
    {
        var now = _clock.GetTimestamp();
        if (now >= entry.Validity.ServedUntil || !TryHold(entry, caller))
            return new(false);
        if (_rules?.Validate is not { } validate)
            return new(Take(entry, args, caller, now));
        var valid = _rules.IsValidAsync(validate, entry.HandOut(), args);
        return valid.IsCompletedSuccessfully ? new(Decide(valid.Result)) : Await(valid);

        async ValueTask<bool> Await(ValueTask<bool> answer) => Decide(await answer.ConfigureAwait(false));

        bool Decide(bool isValid)
        {
            if (isValid)
                return Take(entry, args, caller, now);
            RemoveInvalid(entry);
            return false;
        }
    }

    private bool Take(Entry<TKey, T> entry, TArgs args, Caller caller, long now)
    {
        if (now >= entry.Validity.Expires)
        {
            _counters.Uses.StaleHit();
            Refresh(entry, args);
        }

        _store.Use(entry);
        if (entry.Recording is { } recording)
            caller.Drawing?.Replay(recording);
        return true;
    }

    private static bool TryHold(Entry<TKey, T> entry, Caller caller)
    {
        if (entry.Resource is not { } resource)
            return true;
        return caller.Holder is { } holder ? holder.TryHold(resource) : resource.TryGiveOutUnheld();
    }
}
