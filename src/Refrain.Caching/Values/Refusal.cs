namespace Refrain.Caching.Values;

/// <summary>Something inside a value cannot be keyed or copied; turned into an error with names where function and value are known.</summary>
internal sealed class Refusal(object? offender, Type type, string reason) : Exception(reason)
{
    /// <summary>The object that was refused, to find the way to it; <see langword="null"/> where only its type is known.</summary>
    internal object? Offender { get; } = offender;

    internal Type Type { get; } = type;

    internal string Reason { get; } = reason;
}
