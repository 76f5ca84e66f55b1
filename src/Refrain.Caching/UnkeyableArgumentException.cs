namespace Refrain;

/// <summary>An argument of a cached function cannot be part of a key.</summary>
public sealed class UnkeyableArgumentException : CacheException
{
    internal UnkeyableArgumentException(string id, string message, Exception? inner = null)
        : base(id, message, inner)
    {
    }
}
