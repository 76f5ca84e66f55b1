namespace Refrain;

/// <summary>What a data function returned cannot be copied.</summary>
public sealed class UncopyableValueException : CacheException
{
    internal UncopyableValueException(string id, string message, Exception? inner = null)
        : base(id, message, inner)
    {
    }
}
