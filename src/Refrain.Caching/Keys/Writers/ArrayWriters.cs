using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Items in their order: bits all at once, everything else one by one.</summary>
internal static class Items
{
    internal static void Write<T>(KeyStream stream, ReadOnlySpan<T> items)
    {
        stream.Put(items.Length);
        if (Bits.Only(typeof(T)))
        {
            stream.Raw(Bytes(items));
            return;
        }

        foreach (var item in items)
            stream.Value(item);
    }

    private static unsafe ReadOnlySpan<byte> Bytes<T>(ReadOnlySpan<T> items)
    {
        ref var first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(items));
        return MemoryMarshal.CreateReadOnlySpan(ref first, checked(items.Length * Unsafe.SizeOf<T>()));
    }
}

/// <summary>One-dimensional arrays.</summary>
internal sealed class ArrayWriter<T> : KeyWriter<T[]>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, T[] value)
    {
        Begin(stream, KeyTag.Sequence);
        Items.Write<T>(stream, value);
    }
}

/// <summary>Arrays of several dimensions, or that do not begin at 0: the bounds, then the items in row-major order.</summary>
internal sealed class RankedArrayWriter<TArray, T> : KeyWriter<TArray>
    where TArray : class
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, TArray value)
    {
        var array = (Array)(object)value;
        Begin(stream, KeyTag.Sequence);
        for (var dimension = 0; dimension < array.Rank; dimension++)
        {
            stream.Put(array.GetLowerBound(dimension));
            stream.Put(array.GetLength(dimension));
        }

        ref var first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));
        Items.Write(stream, MemoryMarshal.CreateReadOnlySpan(ref first, array.Length));
    }
}

/// <summary>Lists.</summary>
internal sealed class ListWriter<T> : KeyWriter<List<T>>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, List<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Items.Write<T>(stream, CollectionsMarshal.AsSpan(value));
    }
}

/// <summary>Immutable arrays; one that was never made is not an empty one.</summary>
internal sealed class ImmutableArrayWriter<T> : KeyWriter<ImmutableArray<T>>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, ImmutableArray<T> value)
    {
        if (value.IsDefault)
        {
            stream.Tag(KeyTag.Absent);
            return;
        }

        Begin(stream, KeyTag.Sequence);
        Items.Write(stream, value.AsSpan());
    }
}

/// <summary>Memory, by what it spans.</summary>
internal sealed class MemoryWriter<T> : KeyWriter<Memory<T>>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, Memory<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Items.Write<T>(stream, value.Span);
    }
}

/// <inheritdoc cref="MemoryWriter{T}"/>
internal sealed class ReadOnlyMemoryWriter<T> : KeyWriter<ReadOnlyMemory<T>>
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, ReadOnlyMemory<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Items.Write(stream, value.Span);
    }
}
