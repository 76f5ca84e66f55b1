using Refrain.Caching.Lifetimes;

namespace Refrain.Widgets;

/// <summary>Keeps the resources that were put into the session's state from being released until they leave it. Used under the session's lock.</summary>
/// <remarks>
/// Note [Held by state]: what is put in is held at once. What left is found by looking through the state where a run begins and where the run
/// that has the lease ends, and not when a name is removed or set anew: the code that removes it may go on using it. So changes inside of
/// objects that are in the state count too. A run holds for itself what was in the state when it began.
/// </remarks>
internal sealed class StateHolds(ResourceTable resources)
{
    private readonly HashSet<HeldResource> _held = [];
    private bool _ended;

    /// <summary>A value was put into the state.</summary>
    internal void Add(object? value)
    {
        if (!_ended && !resources.IsEmpty)
            TryHold([value], out _);
    }

    /// <summary>Compares with what is in the state now; gives those that left it, for the caller to let go of.</summary>
    internal IReadOnlyCollection<HeldResource> Review(IEnumerable<object?> values)
    {
        if (_ended || resources.IsEmpty || !TryHold(values, out var found))
            return [];
        var left = _held.Where(resource => !found.Contains(resource)).ToArray();
        _held.ExceptWith(left);
        return left;
    }

    /// <summary>Lets a run hold for itself what is in the state when it begins.</summary>
    internal void LendTo(ResourceHolder holder)
    {
        foreach (var resource in _held)
            holder.HoldFresh(resource);
    }

    /// <summary>The session ends: gives everything that was held, for the caller to let go of.</summary>
    internal IReadOnlyCollection<HeldResource> End()
    {
        _ended = true;
        HeldResource[] left = [.. _held];
        _held.Clear();
        return left;
    }

    /// <summary>Holds every resource in the values; says whether all were found.</summary>
    private bool TryHold(IEnumerable<object?> values, out HashSet<HeldResource> found)
    {
        var search = new ResourceSearch(resources);
        var isWhole = true;
        foreach (var value in values)
        {
            try
            {
                search.Look(value);
            }
            catch (InvalidOperationException)
            {
                isWhole = false; // a thread that outlived its run changes a collection right now; the next look will find what it leaves
            }
        }

        found = search.Found;
        foreach (var resource in found)
        {
            if (!_held.Contains(resource) && resource.TryHoldUnreleased())
                _held.Add(resource);
        }

        return isWhole;
    }
}
