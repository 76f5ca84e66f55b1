using System.Runtime.CompilerServices;

namespace Refrain.Caching.Values;

/// <summary>The bytes of an object itself, without what it refers to. A close estimate: padding is not counted.</summary>
internal static class InstanceSize
{
    /// <summary>The header and the type of every object.</summary>
    internal const int Overhead = 16;

    private static readonly ConditionalWeakTable<Type, object> Known = new();

    internal static int Of(Type type) => (int)Known.GetValue(type, static type => Measure(type));

    private static object Measure(Type type) =>
        Overhead + Fields.Of(type).Sum(field => field.FieldType.IsValueType ? Bits.SizeOf(field.FieldType) : 8);
}
