namespace Refrain.Caching.Functions;

/// <summary>Which flight waits for which, so that a cycle is an error and not a wait for ever.</summary>
/// <remarks>Only calls made inside a flight come here, so the one lock is off every other path.</remarks>
internal static class WaitGraph
{
    private static readonly Lock Gate = new();

    /// <summary>Notes that one flight waits for another, until the result is disposed.</summary>
    /// <exception cref="CacheException">The other one waits, directly or not, for the first.</exception>
    internal static Wait Enter(Flight? from, Flight to)
    {
        if (from is null)
            return default;
        lock (Gate)
        {
            if (PathBetween(to, from) is { } path)
            {
                throw new CacheException("RFN0110",
                    $"Cached functions wait for each other: {string.Join(" → ", path.Prepend(from))}. " +
                    "Break the cycle: let one of them be a plain function, or pass its result as an argument.");
            }

            (from.WaitsFor ??= []).Add(to);
        }

        return new Wait(from, to);
    }

    private static List<Flight>? PathBetween(Flight start, Flight end)
    {
        if (ReferenceEquals(start, end))
            return [end];
        foreach (var next in start.WaitsFor ?? [])
        {
            if (PathBetween(next, end) is { } path)
                return [start, .. path];
        }

        return null;
    }

    /// <summary>One arrow of the graph.</summary>
    internal readonly struct Wait(Flight from, Flight to) : IDisposable
    {
        public void Dispose()
        {
            if (from is null)
                return;
            lock (Gate)
                from.WaitsFor!.Remove(to);
        }
    }
}
