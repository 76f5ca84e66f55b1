using System.Buffers;
using System.Runtime.InteropServices;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Codecs;

namespace Refrain.Frames.Buffers;

/// <summary>Rows of fixed size. A null row holds zero bytes, so that sums need not look at validity and equal content has equal bytes.</summary>
internal sealed class ValueChunk<T>(int length, Block values, Block? validity) : Chunk(length, validity), IByteForm<ValueChunk<T>>
    where T : unmanaged
{
    internal ReadOnlySpan<T> Values => MemoryMarshal.Cast<byte, T>(values.Span);

    internal ReadOnlySpan<byte> Bytes => values.Span;

    private Block Block => values;

    internal MemoryHandle Pin() => values.Memory.Pin();

    internal override IEnumerable<Block> Blocks => Validity is null ? [values] : [values, Validity];

    /// <summary>The first rows, over the same memory.</summary>
    internal unsafe ValueChunk<T> First(int count) => new(count, values.Slice(0, count * sizeof(T)), FirstBits(count));

    static unsafe void IByteForm<ValueChunk<T>>.Write(ValueWriter writer, ValueChunk<T> value)
    {
        writer.Array(3);
        writer.UInt((ulong)value.Length);
        BlockBytes.WriteValidity(writer, value);
        BlockBytes.Write(writer, value.Block, value.Length * sizeof(T));
    }

    static unsafe ValueChunk<T> IByteForm<ValueChunk<T>>.Read(ValueReader reader)
    {
        reader.Array(3);
        var length = BlockBytes.ReadLength(reader);
        var validity = BlockBytes.ReadValidity(reader, length);
        var chunk = new ValueChunk<T>(length, BlockBytes.Read(reader, length * sizeof(T)), validity);
        if (!Scalars.AreSound(chunk.Values))
            throw ValueReader.Damaged($"values of {typeof(T)}");
        for (var row = 0; validity != null && row < length; row++)
        {
            if (chunk.IsNull(row) && chunk.Bytes.Slice(row * sizeof(T), sizeof(T)).ContainsAnyExcept((byte)0))
                throw ValueReader.Damaged("zero where a row has no value");
        }

        return chunk;
    }
}
