using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Writers of items that lie in memory one after another: bits all at once, everything else one by one.</summary>
internal abstract class ItemsWriter<TCollection, T> : KeyWriter<TCollection>
{
    /// <summary>Items in 1 GiB, since a span of bytes has no room for more than 2.</summary>
    private static readonly int MostAtOnce = (1 << 30) / Unsafe.SizeOf<T>();

    private readonly bool _areBits = Bits.Only(typeof(T)) && !CustomKeys.IsPartOf(typeof(T));

    internal override bool IsLeaf => false;

    protected void Write(KeyStream stream, ReadOnlySpan<T> items)
    {
        stream.Put(items.Length);
        if (_areBits)
        {
            for (var rest = items; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, MostAtOnce)..])
            {
                ref var first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(rest));
                stream.Raw(MemoryMarshal.CreateReadOnlySpan(ref first, Math.Min(rest.Length, MostAtOnce) * Unsafe.SizeOf<T>()));
            }

            return;
        }

        foreach (var item in items)
            stream.Value(item);
    }
}

/// <summary>One-dimensional arrays.</summary>
internal sealed class ArrayWriter<T> : ItemsWriter<T[], T>
{
    internal override void Write(KeyStream stream, T[] value)
    {
        Begin(stream, KeyTag.Sequence);
        Write(stream, (ReadOnlySpan<T>)value);
    }
}

/// <summary>Arrays of several dimensions, or that do not begin at 0: the bounds, then the items in row-major order.</summary>
internal sealed class RankedArrayWriter<TArray, T> : ItemsWriter<TArray, T>
    where TArray : class
{
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
        Write(stream, (ReadOnlySpan<T>)MemoryMarshal.CreateReadOnlySpan(ref first, array.Length));
    }
}

/// <summary>Lists.</summary>
internal sealed class ListWriter<T> : ItemsWriter<List<T>, T>
{
    internal override void Write(KeyStream stream, List<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Write(stream, CollectionsMarshal.AsSpan(value));
    }
}

/// <summary>Immutable arrays; one that was never made is not an empty one.</summary>
internal sealed class ImmutableArrayWriter<T> : ItemsWriter<ImmutableArray<T>, T>
{
    internal override void Write(KeyStream stream, ImmutableArray<T> value)
    {
        if (value.IsDefault)
        {
            stream.Tag(KeyTag.Absent);
            return;
        }

        Begin(stream, KeyTag.Sequence);
        Write(stream, value.AsSpan());
    }
}

/// <summary>Memory, by what it spans.</summary>
internal sealed class MemoryWriter<T> : ItemsWriter<Memory<T>, T>
{
    internal override void Write(KeyStream stream, Memory<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Write(stream, value.Span);
    }
}

/// <inheritdoc cref="MemoryWriter{T}"/>
internal sealed class ReadOnlyMemoryWriter<T> : ItemsWriter<ReadOnlyMemory<T>, T>
{
    internal override void Write(KeyStream stream, ReadOnlyMemory<T> value)
    {
        Begin(stream, KeyTag.Sequence);
        Write(stream, value.Span);
    }
}

/// <summary>Segments of arrays; one of no array is not an empty one.</summary>
internal sealed class ArraySegmentWriter<T> : ItemsWriter<ArraySegment<T>, T>
{
    internal override void Write(KeyStream stream, ArraySegment<T> value)
    {
        if (value.Array is null)
        {
            stream.Tag(KeyTag.Absent);
            return;
        }

        Begin(stream, KeyTag.Sequence);
        Write(stream, (ReadOnlySpan<T>)value);
    }
}
