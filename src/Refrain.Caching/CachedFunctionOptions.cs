namespace Refrain;

/// <summary>The options that <see cref="CacheDataOptions"/> and <see cref="CacheResourceOptions"/> share, for functions cached without an attribute.</summary>
/// <remarks>Every option that is not set keeps its default; one set to a value that is not allowed is a <see cref="CacheOptionException"/>.</remarks>
public abstract class CachedFunctionOptions
{
    private protected CachedFunctionOptions()
    {
    }

    /// <summary>What the function is called in the spinner, in errors and in <see cref="Cache.Inspect"/>. Default: the name of the method, or
    /// <c>lambda in LoadPage</c> for a lambda that stands in <c>LoadPage</c>.</summary>
    public string? Name { get; init; }

    /// <summary>How long an entry is valid. Default: <see langword="null"/>, for ever.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>For how long after <see cref="Ttl"/> the old value is still served while a refresh runs behind. Default: <see cref="TimeSpan.Zero"/>, not at all.</summary>
    public TimeSpan StaleFor { get; init; }

    /// <summary>How many entries are kept; the least recently used goes first. Default: <see langword="null"/>, unbounded.</summary>
    public int? MaxEntries { get; init; }

    /// <summary>How much memory the entries may take together, in bytes. Default: <see langword="null"/>, unbounded.</summary>
    public long? MaxSize { get; init; }

    /// <summary>Whether a page shows that the function is running. Default: <see langword="true"/>.</summary>
    public bool ShowSpinner { get; init; } = true;

    /// <summary>The text the page shows while the function runs. Default: <c>Running `Name(...)`</c>.</summary>
    public string? Spinner { get; init; }

    /// <summary>Whether the spinner also shows the seconds that have gone by. Default: <see langword="false"/>.</summary>
    public bool ShowTime { get; init; }

    /// <summary>Who shares the entries. Default: <see cref="CacheScope.App"/>, everybody.</summary>
    public CacheScope Scope { get; init; }

    /// <summary>Whether widgets may be called inside; their values become part of the key. Default: <see langword="false"/>.</summary>
    public bool AllowWidgets { get; init; }

    /// <summary>Tags by which <see cref="Cache.ClearTag"/> finds the function. Default: none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
