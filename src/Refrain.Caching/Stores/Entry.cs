using System.Runtime.CompilerServices;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;

namespace Refrain.Caching.Stores;

/// <summary>What a cached function once returned, with what it drew.</summary>
internal class Entry<T>
{
    private readonly T? _value;
    private readonly Frozen<T>? _master;
    private Task<T>? _task;

    /// <param name="value">The value when it is given out as it is: a resource, or a deeply immutable value.</param>
    /// <param name="master">The master from which each caller gets a value of its own; <see langword="null"/> when <paramref name="value"/> is given out.</param>
    /// <param name="facts">What else is known of it.</param>
    internal Entry(T? value, Frozen<T>? master, EntryFacts facts)
    {
        (_value, _master, Facts) = (value, master, facts);
        PlainUntil = facts.Recording is null && facts.Resource is null ? facts.Validity.Expires : long.MinValue;
    }

    /// <summary>The same value once more.</summary>
    private protected Entry(Entry<T> other)
        : this(other._value, other._master, other.Facts)
    {
    }

    internal EntryFacts Facts { get; }

    /// <summary>The entry's place in the orders by use and by age; <see langword="null"/> for one that stands in no store.</summary>
    internal Place? UsePlace { get; private protected init; }

    /// <summary>What the page draws again on a hit.</summary>
    public object? Recording => Facts.Recording;

    /// <summary>The release of a resource; <see langword="null"/> for data.</summary>
    public HeldResource? Resource => Facts.Resource;

    /// <summary>Its times, on the host's clock.</summary>
    public Validity Validity => Facts.Validity;

    /// <summary>Bytes it takes, in buffers that others may share too.</summary>
    public long Size => Facts.Charge.Bytes;

    /// <summary>Until when a hit need not look at the caller or the rules: nothing to draw again, nothing to hold.</summary>
    public long PlainUntil { get; }

    /// <summary>Whether everybody gets <see cref="PlainValue"/>, for ever, without a look at the caller or the rules.</summary>
    public bool IsPlain => PlainUntil == long.MaxValue && _master is null;

    /// <summary>The value of an entry that gives out one value to all.</summary>
    public T? PlainValue => _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T HandOut() => _master is null ? _value! : _master.HandOut();

    /// <summary>A completed task with the value: the same one for everybody where the value is shared.</summary>
    public Task<T> HandOutTask()
    {
        if (_master is not null)
            return Task.FromResult(_master.HandOut());
        return _task ??= Task.FromResult(_value!);
    }
}

/// <summary>When a value was made and how long it may be given out, in timestamps of the host's clock.</summary>
/// <param name="Stored">When it was made.</param>
/// <param name="Expires">When it stops being valid; <see cref="long.MaxValue"/> for never.</param>
/// <param name="ServedUntil">Until when it may be served stale while a refresh runs; equals <paramref name="Expires"/> without <c>StaleFor</c>.</param>
internal readonly record struct Validity(long Stored, long Expires, long ServedUntil)
{
    internal static readonly Validity ForEver = new(0, long.MaxValue, long.MaxValue);
}

/// <summary>What is known of an entry beside its value.</summary>
internal sealed record EntryFacts
{
    internal static readonly EntryFacts None = new();

    /// <summary>What the page draws again on a hit.</summary>
    public object? Recording { get; init; }

    /// <summary>The release of a resource; <see langword="null"/> for data.</summary>
    public HeldResource? Resource { get; init; }

    public Validity Validity { get; init; } = Validity.ForEver;

    /// <summary>How long the function ran for it.</summary>
    public TimeSpan Cost { get; init; }

    /// <summary>What it costs a budget.</summary>
    public Charge Charge { get; init; } = Charge.Nothing;

    /// <summary>The arguments in brief, where the key does not tell them.</summary>
    public string? Arguments { get; init; }
}

/// <summary>An entry that can stand in a store.</summary>
internal sealed class Entry<TKey, T> : Entry<T>
    where TKey : notnull
{
    internal Entry(TKey key, T? value, Frozen<T>? master, EntryFacts facts)
        : base(value, master, facts)
    {
        Key = key;
        UsePlace = new Place<TKey, T>(this);
    }

    /// <summary>The same under another key.</summary>
    internal Entry(TKey key, Entry<T> other)
        : base(other)
    {
        Key = key;
        UsePlace = new Place<TKey, T>(this);
    }

    public TKey Key { get; }

    /// <summary>No refresh before this time: the last one failed. Guarded by the gate of the function's cache.</summary>
    public long NextRefresh { get; set; }

    /// <summary>How many refreshes failed in a row. Guarded by the gate of the function's cache.</summary>
    public int FailedRefreshes { get; set; }

    /// <inheritdoc cref="Entry{T}.UsePlace"/>
    public Place<TKey, T> Place => (Place<TKey, T>)UsePlace!;
}
