using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Which types can be keys themselves: structures, and sealed classes that never change, made of numbers, strings, dates and the like.</summary>
internal static class ExactTypes
{
    private static readonly ConditionalWeakTable<Type, object> Kept = new();

    /// <summary>Decides, and remembers, whether arguments of the type are kept as they are.</summary>
    internal static bool Keep(Type type)
    {
        var parts = new HashSet<Type>();
        if (!IsExact(type, [], parts))
            return false;
        foreach (var part in parts)
            Kept.TryAdd(part, part);
        return true;
    }

    /// <summary>Whether typed keys hold values of the type, or of one that contains it, so that it is too late to give it another key.</summary>
    internal static bool WasKeptAsItIs(Type type) => Kept.TryGetValue(type, out _);

    /// <summary>The fields to compare. An enum is its number.</summary>
    internal static FieldInfo[] PartsOf(Type type) => Fields.Of(type);

    private static bool IsExact(Type type, HashSet<Type> path, HashSet<Type> parts)
    {
        parts.Add(type);
        if (type == typeof(string) || (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)) || type.IsEnum || type == typeof(decimal))
            return true;
        if (!IsCandidate(type) || !path.Add(type))
            return false;
        var fields = Fields.Of(type);
        var isExact = fields.All(field => IsKept(field, type) && IsExact(field.FieldType, path, parts))
            && (fields.Length > 0 || !type.IsValueType || type.Assembly != typeof(object).Assembly);
        path.Remove(type);
        return isExact;
    }

    private static bool IsCandidate(Type type)
    {
        if (CustomKeys.Has(type) || type.IsByRefLike || type.IsDefined(typeof(InlineArrayAttribute), false))
            return false;
        if (type.IsValueType)
            return KeyRefusals.ReasonFor(type) is null;
        return type.IsSealed && !type.IsArray && type.Assembly != typeof(object).Assembly && KeyRefusals.ReasonFor(type) is null;
    }

    private static bool IsKept(FieldInfo field, Type owner) =>
        (owner.IsValueType || field.IsInitOnly) && !field.IsDefined(typeof(FixedBufferAttribute));
}
