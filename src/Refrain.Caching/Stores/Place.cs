using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Stores;

/// <summary>Where an entry stands in the orders of a store, and how often it was used. It may outlive the entry's stay there, without keeping it alive.</summary>
internal abstract class Place
{
    private static int _last;
    private long _hits;
    private long _lastUse;

    /// <summary>By which <see cref="Uses"/> finds a slot to count in: neighbours were made one after another.</summary>
    internal int Number { get; } = Interlocked.Increment(ref _last);

    /// <summary>Hits that no stripe counts any more.</summary>
    internal long Hits => Volatile.Read(ref _hits);

    /// <summary>The newest use that no stripe notes any more.</summary>
    internal long LastUse => Volatile.Read(ref _lastUse);

    /// <summary>How many hits there were when the budget last looked. Guarded by the budget.</summary>
    internal long HitsSeen { get; set; }

    /// <summary>Takes over what a stripe counted.</summary>
    internal void Take(long hits, long lastUse)
    {
        if (hits != 0)
            Interlocked.Add(ref _hits, hits);
        for (var known = LastUse; lastUse > known;)
        {
            var before = Interlocked.CompareExchange(ref _lastUse, lastUse, known);
            if (before == known)
                return;
            known = before;
        }
    }
}

/// <inheritdoc/>
internal sealed class Place<TKey, T>(Entry<TKey, T> entry) : Place
    where TKey : notnull
{
    /// <summary>The entry, or <see langword="null"/> once it left the store.</summary>
    public Entry<TKey, T>? Entry { get; set; } = entry;
}
