using System.Collections.Immutable;

namespace Refrain.Caching.Functions;

/// <summary>Numbers that only grow, of one cache or of several together.</summary>
internal sealed record FunctionTotals
{
    internal static readonly FunctionTotals None = new();

    public long Hits { get; init; }

    public long StaleHits { get; init; }

    public long Misses { get; init; }

    public long Joins { get; init; }

    public long StorageHits { get; init; }

    public long Executions { get; init; }

    public long Failures { get; init; }

    public TimeSpan TimeSpent { get; init; }

    public TimeSpan TimeSaved { get; init; }

    public ImmutableDictionary<EvictionReason, long> Evictions { get; init; } = ImmutableDictionary<EvictionReason, long>.Empty;

    public static FunctionTotals operator +(FunctionTotals left, FunctionTotals right) => new()
    {
        Hits = left.Hits + right.Hits,
        StaleHits = left.StaleHits + right.StaleHits,
        Misses = left.Misses + right.Misses,
        Joins = left.Joins + right.Joins,
        StorageHits = left.StorageHits + right.StorageHits,
        Executions = left.Executions + right.Executions,
        Failures = left.Failures + right.Failures,
        TimeSpent = left.TimeSpent + right.TimeSpent,
        TimeSaved = left.TimeSaved + right.TimeSaved,
        Evictions = right.Evictions.Aggregate(left.Evictions, (sum, one) => sum.SetItem(one.Key, sum.GetValueOrDefault(one.Key) + one.Value)),
    };
}
