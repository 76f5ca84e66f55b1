namespace Refrain;

/// <summary>A cached function drew something that could not be drawn again from the cache.</summary>
public sealed class CacheReplayException : CacheException
{
    internal CacheReplayException(string id, string message, Exception? inner = null)
        : base(id, message, inner)
    {
    }
}
