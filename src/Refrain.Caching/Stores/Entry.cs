using Refrain.Caching.Lifetimes;
using Refrain.Caching.Snapshots;

namespace Refrain.Caching.Stores;

/// <summary>What a cached function once returned, with what it drew.</summary>
/// <param name="value">The value when it is given out as it is: a resource, or a deeply immutable value.</param>
/// <param name="master">The master from which each caller gets a value of its own; <see langword="null"/> when <paramref name="value"/> is given out.</param>
internal class Entry<T>(T? value, Frozen<T>? master)
{
    private readonly T? _value = value;
    private readonly Frozen<T>? _master = master;
    private Task<T>? _task;

    /// <summary>What the page draws again on a hit.</summary>
    public object? Recording { get; init; }

    /// <summary>When it stops being valid, on the host's clock; <see cref="long.MaxValue"/> for never.</summary>
    public long Expires { get; init; } = long.MaxValue;

    /// <summary>Until when it may be served stale while a refresh runs; equals <see cref="Expires"/> without <c>StaleFor</c>.</summary>
    public long ServedUntil { get; init; } = long.MaxValue;

    /// <summary>When it was stored, on the host's clock.</summary>
    public long Stored { get; init; }

    public long Size { get; init; }

    /// <summary>The release of a resource; <see langword="null"/> for data.</summary>
    public HeldResource? Resource { get; init; }

    /// <summary>Whether a hit need not look at the caller: nothing to draw again, nothing to hold.</summary>
    public bool IsPlain => Recording is null && Resource is null;

    public T HandOut() => _master is null ? _value! : _master.HandOut();

    /// <summary>A completed task with the value: the same one for everybody where the value is shared.</summary>
    public Task<T> HandOutTask()
    {
        if (_master is not null)
            return Task.FromResult(_master.HandOut());
        return _task ??= Task.FromResult(_value!);
    }
}

/// <summary>An entry that can stand in a store.</summary>
internal sealed class Entry<TKey, T> : Entry<T>
    where TKey : notnull
{
    internal Entry(TKey key, T? value, Frozen<T>? master)
        : base(value, master)
    {
        Key = key;
        Place = new Place<TKey, T>(this);
    }

    public TKey Key { get; }

    /// <summary>No refresh before this time: the last one failed. Guarded by the gate of the function's cache.</summary>
    public long NextRefresh { get; set; }

    /// <summary>How many refreshes failed in a row. Guarded by the gate of the function's cache.</summary>
    public int FailedRefreshes { get; set; }

    /// <summary>The entry's place in the orders by use and by age.</summary>
    public Place<TKey, T> Place { get; }
}

/// <summary>Where an entry stands in the orders of a store. It may outlive the entry's stay there, without keeping it alive.</summary>
internal sealed class Place<TKey, T>(Entry<TKey, T> entry)
    where TKey : notnull
{
    /// <summary>The entry, or <see langword="null"/> once it left the store.</summary>
    public Entry<TKey, T>? Entry { get; set; } = entry;

    /// <summary>The number of the last use, counted per store.</summary>
    public long LastUse { get; set; }
}
