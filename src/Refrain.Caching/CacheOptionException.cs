namespace Refrain;

/// <summary>An option of a cached function, or of the cache, has a value that is not allowed.</summary>
public sealed class CacheOptionException : CacheException
{
    internal CacheOptionException(string id, string message, Exception? inner = null)
        : base(id, message, inner)
    {
    }

    /// <summary>The option that is wrong, for example <c>MaxEntries</c>.</summary>
    public string? Option { get; init; }
}
