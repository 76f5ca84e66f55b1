using System.Runtime.InteropServices;
using System.Text;

namespace Refrain.Frames.Buffers;

/// <summary>Rows of text: UTF-8 bytes end to end, and where each row begins in them. A null row is empty.</summary>
internal sealed class TextChunk(int length, Block offsets, Block text, Block? validity) : Chunk(length, validity)
{
    /// <summary>How many bytes of text a chunk holds before a new one is begun.</summary>
    internal const int MaxBytes = 1 << 29;

    /// <summary>One more than there are rows; counted in <see cref="Text"/>.</summary>
    internal ReadOnlySpan<int> Offsets => MemoryMarshal.Cast<byte, int>(offsets.Span);

    internal ReadOnlySpan<byte> Text => text.Span;

    internal override IEnumerable<Block> Blocks => Validity is null ? [offsets, text] : [offsets, text, Validity];

    internal ReadOnlySpan<byte> Utf8(int row)
    {
        var ends = Offsets;
        return text.Span[ends[row]..ends[row + 1]];
    }

    internal string? Read(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Utf8(row));

    /// <summary>The first rows, over the same memory.</summary>
    internal TextChunk First(int count) =>
        new(count, offsets.Slice(0, (count + 1) * sizeof(int)), text.Slice(0, Offsets[count]), FirstBits(count));
}
