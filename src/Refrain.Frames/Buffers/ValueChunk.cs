using System.Buffers;
using System.Runtime.InteropServices;

namespace Refrain.Frames.Buffers;

/// <summary>Rows of fixed size. A null row holds zero bytes, so that sums need not look at validity and equal content has equal bytes.</summary>
internal sealed class ValueChunk<T>(int length, Block values, Block? validity) : Chunk(length, validity)
    where T : unmanaged
{
    internal ReadOnlySpan<T> Values => MemoryMarshal.Cast<byte, T>(values.Span);

    internal ReadOnlySpan<byte> Bytes => values.Span;

    internal MemoryHandle Pin() => values.Memory.Pin();

    internal override IEnumerable<Block> Blocks => Validity is null ? [values] : [values, Validity];

    /// <summary>The first rows, over the same memory.</summary>
    internal unsafe ValueChunk<T> First(int count) => new(count, values.Slice(0, count * sizeof(T)), FirstBits(count));
}
