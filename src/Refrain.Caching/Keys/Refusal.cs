namespace Refrain.Caching.Keys;

/// <summary>Something inside an argument cannot be keyed; turned into an error with names where the argument is known.</summary>
internal sealed class Refusal(object? offender, Type type, string reason) : Exception(reason)
{
    /// <summary>The object that was refused, to find the way to it; <see langword="null"/> where only its type is known.</summary>
    internal object? Offender { get; } = offender;

    internal Type Type { get; } = type;

    internal string Reason { get; } = reason;
}
