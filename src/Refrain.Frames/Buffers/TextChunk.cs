using System.Runtime.InteropServices;
using System.Text;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Frames.Buffers;

/// <summary>Rows of text: UTF-8 bytes end to end, and where each row begins in them. A null row is empty.</summary>
internal sealed class TextChunk(int length, Block offsets, Block text, Block? validity) : Chunk(length, validity), IByteForm<TextChunk>
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

    static void IByteForm<TextChunk>.Write(ValueWriter writer, TextChunk value) => value.Write(writer);

    static TextChunk IByteForm<TextChunk>.Read(ValueReader reader)
    {
        reader.Array(4);
        var length = BlockBytes.ReadLength(reader);
        var bytes = reader.UInt();
        if (bytes > int.MaxValue)
            throw ValueReader.Damaged("the text of a chunk");
        var validity = BlockBytes.ReadValidity(reader, length);
        reader.Array(2);
        var chunk = new TextChunk(length, BlockBytes.Read(reader, (length + 1) * sizeof(int)), BlockBytes.Read(reader, (int)bytes), validity);
        return chunk.IsSound() ? chunk : throw ValueReader.Damaged("rows of text");
    }

    private void Write(ValueWriter writer)
    {
        var bytes = Offsets[Length];
        writer.Array(4);
        writer.UInt((ulong)Length);
        writer.UInt((ulong)bytes);
        BlockBytes.WriteValidity(writer, this);
        writer.Array(2);
        BlockBytes.Write(writer, offsets, (Length + 1) * sizeof(int));
        BlockBytes.Write(writer, text, bytes);
    }

    /// <summary>Whether the rows lie one after another over all of the text, each valid by itself, and those without a value are empty.</summary>
    private bool IsSound()
    {
        var ends = Offsets;
        var bytes = Text;
        if (ends[0] != 0 || ends[Length] != bytes.Length || !System.Text.Unicode.Utf8.IsValid(bytes))
            return false;
        for (var row = 0; row < Length; row++)
        {
            var (start, end) = (ends[row], ends[row + 1]);
            if (end < start || end > bytes.Length || (start < bytes.Length && IsInsideCharacter(bytes[start])) || (end > start && IsNull(row)))
                return false;
        }

        return true;
    }

    private static bool IsInsideCharacter(byte utf8) => (utf8 & 0xC0) == 0x80;
}
