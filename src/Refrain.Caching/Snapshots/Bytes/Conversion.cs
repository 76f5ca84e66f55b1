using System.Reflection;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>How the types of a value were replaced by newer ones of the same names, and which fields both have.</summary>
internal sealed class Conversion
{
    private readonly Dictionary<Type, FieldInfo[]> _kept = [];

    /// <summary>The fields that a value of the type hands over or takes; <see langword="null"/> where all do.</summary>
    internal FieldInfo[]? FieldsOf(Type type) => _kept.GetValueOrDefault(type);
}
