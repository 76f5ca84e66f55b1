using System.Collections.Immutable;

namespace Refrain;

/// <summary>What a cached function has been doing; for one of session scope, in all sessions together.</summary>
public sealed record FunctionReport
{
    /// <summary>The function's name as it was written.</summary>
    public required string Name { get; init; }

    /// <summary>Assembly, declaring type, method and signature.</summary>
    public required string Identity { get; init; }

    /// <summary>Whether it is a <see cref="CacheResourceAttribute"/> function.</summary>
    public bool IsResource { get; init; }

    /// <summary>How many entries there are.</summary>
    public int Entries { get; init; }

    /// <summary>How many bytes they take together, each with all that it keeps alive; 0 for resources.</summary>
    public long Bytes { get; init; }

    /// <summary>Calls that were answered from an entry.</summary>
    public long Hits { get; init; }

    /// <summary>Those of them that got a value whose time was up, while a refresh ran behind.</summary>
    public long StaleHits { get; init; }

    /// <summary>Calls that found no entry they could be answered from.</summary>
    public long Misses { get; init; }

    /// <summary>Those of them that waited for another caller's computation.</summary>
    public long Joins { get; init; }

    /// <summary>How often the value came from a store beside memory, without running the function.</summary>
    public long StorageHits { get; init; }

    /// <summary>How often the body ran.</summary>
    public long Executions { get; init; }

    /// <summary>How often the body threw.</summary>
    public long Failures { get; init; }

    /// <summary>How long the body ran in all.</summary>
    public TimeSpan TimeSpent { get; init; }

    /// <summary>How long it would have run for the hits: for each, the time its entry took to make.</summary>
    public TimeSpan TimeSaved { get; init; }

    /// <summary>How many entries left, by why; reasons that did not occur are left out.</summary>
    public IReadOnlyDictionary<EvictionReason, long> Evictions { get; init; } = ImmutableDictionary<EvictionReason, long>.Empty;

    /// <summary>How many computations are going on.</summary>
    public int Computing { get; init; }

    /// <summary>How many callers wait for them.</summary>
    public int Waiting { get; init; }

    /// <summary>Why the last call that missed found no entry: <c>first call</c>, <c>argument `year` changed</c>, <c>code changed: `Parse`</c>,
    /// <c>expired</c>, <c>evicted: budget</c>, <c>cleared</c>; <see langword="null"/> while none has missed.</summary>
    public string? LastMiss { get; init; }

    /// <summary>The entries, the largest first; at most the 1,000 largest.</summary>
    public IReadOnlyList<EntryReport> Details { get; init; } = [];
}
