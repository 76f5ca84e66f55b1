using System.Diagnostics.CodeAnalysis;

namespace Refrain.Caching.Stores;

/// <summary>Places in the order of a time. Mostly each comes with a later one than those before, and stands in a plain queue; the rest stands in a heap.</summary>
internal sealed class PlaceQueue<TKey, T>
    where TKey : notnull
{
    private readonly Queue<(Place<TKey, T> Place, long Time)> _rising = new();
    private readonly PriorityQueue<Place<TKey, T>, long> _others = new();
    private long _latest;

    internal int Count => _rising.Count + _others.Count;

    private bool IsNextRising => _rising.TryPeek(out var rising) && (!_others.TryPeek(out _, out var other) || rising.Time <= other);

    internal void Add(Place<TKey, T> place, long time)
    {
        if (_rising.Count > 0 && time < _latest)
        {
            _others.Enqueue(place, time);
            return;
        }

        _rising.Enqueue((place, time));
        _latest = time;
    }

    /// <summary>The place with the earliest time, which stays.</summary>
    internal bool TryPeek([NotNullWhen(true)] out Place<TKey, T>? place)
    {
        if (!IsNextRising)
            return _others.TryPeek(out place, out _);
        place = _rising.Peek().Place;
        return true;
    }

    /// <summary>Takes out the place with the earliest time.</summary>
    internal bool TryTake([NotNullWhen(true)] out Place<TKey, T>? place, out long time)
    {
        if (!IsNextRising)
            return _others.TryDequeue(out place, out time);
        (place, time) = _rising.Dequeue();
        return true;
    }

    internal void Clear()
    {
        _rising.Clear();
        _others.Clear();
    }

    /// <summary>Drops the places of entries that left, once they are the greater part.</summary>
    /// <param name="entries">How many entries there are.</param>
    internal void Compact(int entries)
    {
        if (Count <= (2 * entries) + 64)
            return;
        var rising = _rising.Where(item => item.Place.Entry is not null).ToArray();
        var others = _others.UnorderedItems.Where(item => item.Element.Entry is not null).ToArray();
        Clear();
        foreach (var item in rising)
            _rising.Enqueue(item);
        _others.EnqueueRange(others);
    }
}
