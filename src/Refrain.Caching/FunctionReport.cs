namespace Refrain;

/// <summary>What a cached function has been doing.</summary>
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

    /// <summary>How many bytes they take together; 0 for resources.</summary>
    public long Bytes { get; init; }

    /// <summary>Calls that were answered from an entry.</summary>
    public long Hits { get; init; }

    /// <summary>How often the body ran.</summary>
    public long Executions { get; init; }

    /// <summary>How often the body threw.</summary>
    public long Failures { get; init; }

    /// <summary>Calls that waited for another caller's computation.</summary>
    public long Joins { get; init; }

    /// <summary>How many computations are going on.</summary>
    public int Computing { get; init; }

    /// <summary>How many callers wait for them.</summary>
    public int Waiting { get; init; }
}
