using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Values;

/// <summary>Which types are nothing but bits: no reference inside and no padding, so that equal bits and equal values are the same.</summary>
internal static class Bits
{
    private static readonly ConditionalWeakTable<Type, object> Known = new();

    internal static bool Only(Type type) =>
        type.IsValueType && (bool)Known.GetValue(type, static type => Covers(type));

    /// <summary>Primitive, enum, or a structure whose fields fill it completely.</summary>
    private static bool Covers(Type type)
    {
        if (type.IsEnum || (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)) || type == typeof(decimal))
            return true;
        if (type.IsPrimitive || type.IsByRefLike || type.ContainsGenericParameters || Fields.Of(type) is not { Length: > 0 } fields)
            return false;
        if (type.IsExplicitLayout || type.IsDefined(typeof(InlineArrayAttribute), false))
            return false;
        return fields.All(field => Only(field.FieldType) && !field.IsDefined(typeof(FixedBufferAttribute)))
            && fields.Sum(field => SizeOf(field.FieldType)) == SizeOf(type);
    }

    internal static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
}
