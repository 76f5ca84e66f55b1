namespace Refrain;

/// <summary>The options that <see cref="CacheDataAttribute"/> and <see cref="CacheResourceAttribute"/> share.</summary>
/// <remarks>Every option that is not set keeps its default; an option set to a value that is not allowed is a
/// compile error, and where the analyzers do not run a <see cref="CacheOptionException"/> at the function's first use.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public abstract class CachedFunctionAttribute : Attribute
{
    private protected CachedFunctionAttribute()
    {
    }

    /// <summary>How long an entry is valid, as <c>"90s"</c>, <c>"1h30m"</c> or <c>"01:00:00"</c>. Default: for ever.</summary>
    public string? Ttl { get; set; }

    /// <summary>How long an entry is valid, in seconds. Default: <see cref="double.NaN"/>, for ever.</summary>
    public double TtlSeconds { get; set; } = double.NaN;

    /// <summary>How many entries are kept; the least recently used goes first. Default: -1, unbounded.</summary>
    public int MaxEntries
    {
        get => _maxEntries;
        set => (_maxEntries, HasMaxEntries) = (value, true);
    }

    /// <summary>How much memory the entries may take together, as <c>"512MB"</c>. Default: unbounded.</summary>
    public string? MaxSize { get; set; }

    /// <summary>Whether a page shows that the function is running. Default: <see langword="true"/>.</summary>
    public bool ShowSpinner { get; set; } = true;

    /// <summary>The text the page shows while the function runs. Default: <c>Running `Name(...)`</c>.</summary>
    public string? Spinner { get; set; }

    /// <summary>Whether the spinner also shows the seconds that have gone by. Default: <see langword="false"/>.</summary>
    public bool ShowTime { get; set; }

    /// <summary>Who shares the entries. Default: <see cref="CacheScope.App"/>, everybody.</summary>
    public CacheScope Scope { get; set; }

    /// <summary>For how long after <see cref="Ttl"/> the old value is still served while a refresh runs behind; only together with it. Default: not at all.</summary>
    public string? StaleFor { get; set; }

    /// <summary>Whether widgets may be called inside; their values become part of the key. Default: <see langword="false"/>.</summary>
    public bool AllowWidgets { get; set; }

    /// <summary>Tags by which <c>Cache.ClearTag</c> finds the function. Default: none.</summary>
    public string[] Tags { get; set; } = [];

    internal bool HasMaxEntries { get; private set; }

    private int _maxEntries = -1;
}
