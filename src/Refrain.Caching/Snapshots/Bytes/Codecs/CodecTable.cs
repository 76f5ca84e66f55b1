using System.Runtime.CompilerServices;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The codec of each declared type, made at its first use. Holds no type that could otherwise be unloaded.</summary>
internal static class CodecTable
{
    private static readonly ConditionalWeakTable<Type, Codec> Made = new();

    internal static Codec For(Type type) => Made.GetValue(type, CodecFactory.Make);

}

/// <summary>The codec of a declared type.</summary>
internal static class Codecs<T>
{
    private static Codec<T>? _current;

    internal static Codec<T> Current => _current ??= (Codec<T>)CodecTable.For(typeof(T));
}
