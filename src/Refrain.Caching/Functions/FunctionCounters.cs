using System.Collections.Immutable;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>What happened to one function in one cache.</summary>
internal sealed class FunctionCounters
{
    private static readonly EvictionReason[] Reasons = Enum.GetValues<EvictionReason>();

    private readonly long[] _evictions = new long[Reasons.Length];
    private long _executions;
    private long _failures;
    private long _misses;
    private long _joins;
    private long _storageHits;
    private long _ticksSpent;
    private long _ticksSaved;

    internal Uses Uses { get; } = new();

    internal void Missed() => Interlocked.Increment(ref _misses);

    internal void JoinedFlight() => Interlocked.Increment(ref _joins);

    internal void FoundInStorage() => Interlocked.Increment(ref _storageHits);

    internal void Executed() => Interlocked.Increment(ref _executions);

    internal void Failed() => Interlocked.Increment(ref _failures);

    internal void Spent(TimeSpan time) => Interlocked.Add(ref _ticksSpent, time.Ticks);

    /// <summary>An entry left; what its hits saved stays.</summary>
    internal void Left(Place place, TimeSpan cost, EvictionReason reason)
    {
        Interlocked.Increment(ref _evictions[(int)reason]);
        if (cost > TimeSpan.Zero)
            Interlocked.Add(ref _ticksSaved, Uses.HitsOf(place) * cost.Ticks);
    }

    /// <summary>The numbers as they are now.</summary>
    /// <param name="savedByEntries">What the hits of the present entries saved.</param>
    internal FunctionTotals Totals(TimeSpan savedByEntries) => new()
    {
        Hits = Uses.Hits,
        StaleHits = Uses.StaleHits,
        Misses = Volatile.Read(ref _misses),
        Joins = Volatile.Read(ref _joins),
        StorageHits = Volatile.Read(ref _storageHits),
        Executions = Volatile.Read(ref _executions),
        Failures = Volatile.Read(ref _failures),
        TimeSpent = TimeSpan.FromTicks(Volatile.Read(ref _ticksSpent)),
        TimeSaved = TimeSpan.FromTicks(Volatile.Read(ref _ticksSaved)) + savedByEntries,
        Evictions = Reasons.Where(reason => _evictions[(int)reason] > 0).ToImmutableDictionary(reason => reason, reason => Volatile.Read(ref _evictions[(int)reason])),
    };
}
