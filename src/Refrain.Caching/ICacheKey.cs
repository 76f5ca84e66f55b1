namespace Refrain;

/// <summary>A type that says which value stands for it in a key.</summary>
public interface ICacheKey
{
    /// <summary>A value that is equal for two instances exactly when they should share entries: a number, a string, a tuple, a record of those.</summary>
    object? CacheKey { get; }
}
