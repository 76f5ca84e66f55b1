using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Values;

namespace Refrain.Caching.Functions;

/// <summary>Rebuilds values of replaced types as values of the newer ones. Made for one reload of one function: what it compiles for the old types goes
/// with it.</summary>
/// <param name="replaced">What was replaced; <see langword="null"/> when the older code stays.</param>
internal sealed class Rebuilding(ReplacedCode? replaced)
{
    private readonly Dictionary<(Type From, Type To), Conversion> _conversions = [];

    /// <summary>The first type met whose values cannot be rebuilt, as C# writes it; <see langword="null"/> if all could.</summary>
    internal string? Changed { get; private set; }

    /// <summary>Notes that a value could not be rebuilt.</summary>
    internal void Failed(Type type) => Changed ??= TypeNames.Display(type);

    /// <summary>Whether values that are declared with the same type in both versions may be of replaced code all the same, or hold something that is.</summary>
    internal bool MayHoldReplaced(Type declared) => replaced is not null && replaced.MayBeIn(declared);

    /// <summary>Whether a value is of replaced code, or holds something that is.</summary>
    internal bool HoldsReplaced(object? value) => replaced?.FindIn(value) is not null;

    /// <summary>Whether an object is of replaced code. What it refers to is its own business: a resource is never looked into.</summary>
    internal bool IsReplaced(object? resource) => replaced is not null && resource is not null && replaced.Has(resource.GetType());

    /// <summary>Rebuilds an argument that is kept in a key as it is, so that it has exactly the declared type.</summary>
    internal bool TryRebuild(object? argument, Type to, out object? rebuilt)
    {
        rebuilt = argument;
        to = Nullable.GetUnderlyingType(to) ?? to;
        return argument is null || argument.GetType() == to || TryRebuild(argument, argument.GetType(), to, out rebuilt);
    }

    /// <summary>Rebuilds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="from">The type it was declared with.</param>
    /// <param name="to">The type that is declared now.</param>
    /// <param name="rebuilt">The value of the newer type.</param>
    internal bool TryRebuild(object? value, Type from, Type to, out object? rebuilt)
    {
        if (!_conversions.TryGetValue((from, to), out var conversion))
            _conversions[(from, to)] = conversion = Conversion.Between(from, to);
        var isRebuilt = ValueBytes.TryConvert(conversion, value, from, to, out rebuilt, out var changed);
        Changed ??= changed;
        return isRebuilt;
    }
}
