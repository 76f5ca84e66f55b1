namespace Refrain;

/// <summary>One entry of a cached function.</summary>
public sealed record EntryReport
{
    /// <summary>The arguments in brief, for example <c>"uber.csv", 2026</c>; those that are not in the key are left out.</summary>
    public required string Arguments { get; init; }

    /// <summary>How long ago the value was made.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>How long it is still valid: zero or less while it is only served stale; <see langword="null"/> for ever.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Bytes the cache keeps for it; 0 for a resource.</summary>
    public long Bytes { get; init; }

    /// <summary>Calls that were answered from it; of a function with many calls and no limit an estimate.</summary>
    public long Hits { get; init; }

    /// <summary>How long the function ran for it.</summary>
    public TimeSpan Cost { get; init; }
}
