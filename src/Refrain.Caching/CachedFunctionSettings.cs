namespace Refrain;

/// <summary>Options of cached functions that a program or its configuration sets from outside. What is <see langword="null"/> says nothing.</summary>
/// <remarks>In configuration durations and sizes are written as in attributes (<c>"1h30m"</c>, <c>"512MB"</c>), <c>TtlSeconds</c> is there too, and
/// <c>"none"</c> takes a limit away.</remarks>
/// <example><code>
/// options.Functions["LoadData"] = new() { Ttl = TimeSpan.FromHours(1), MaxEntries = 100 };
/// </code></example>
public sealed class CachedFunctionSettings
{
    /// <summary>How long an entry is valid; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</summary>
    public TimeSpan? Ttl { get; set; }

    /// <summary>For how long after <see cref="Ttl"/> the old value is still served while a refresh runs behind.</summary>
    public TimeSpan? StaleFor { get; set; }

    /// <summary>How many entries are kept; <see cref="int.MaxValue"/> for any number.</summary>
    public int? MaxEntries { get; set; }

    /// <summary>How many bytes the entries may take together; <see cref="long.MaxValue"/> for any.</summary>
    public long? MaxSize { get; set; }

    /// <summary>Whether a page shows that the function is running. As a default it leaves alone who has a <c>Spinner</c> text.</summary>
    public bool? ShowSpinner { get; set; }

    /// <summary>The text the page shows while the function runs.</summary>
    public string? Spinner { get; set; }

    /// <summary>Whether the spinner also shows the seconds that have gone by.</summary>
    public bool? ShowTime { get; set; }

    /// <summary>Where else entries are kept. For <c>[CacheData]</c> functions only.</summary>
    public Persist? Persist { get; set; }

    /// <summary>Tags by which <c>Cache.ClearTag</c> finds the function, in place of those it has.</summary>
    public IReadOnlyList<string>? Tags { get; set; }
}
