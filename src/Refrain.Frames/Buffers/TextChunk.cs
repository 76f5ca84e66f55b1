using System.Runtime.InteropServices;
using System.Text;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Frames.Buffers;

/// <summary>Rows of text as UTF-8: texts end to end and where each begins, either one for each row, or each different one once with a code for each row.</summary>
/// <remarks>A null row is empty; in the second form its code means nothing.</remarks>
internal sealed class TextChunk(int length, Block offsets, Block text, Block? validity, Block? codes = null) : Chunk(length, validity), IByteForm<TextChunk>
{
    /// <summary>How many bytes of text a chunk holds before a new one is begun.</summary>
    internal const int MaxBytes = 1 << 29;

    /// <summary>How many different texts have codes at most.</summary>
    internal const int MaxEntries = 1 << 16;

    /// <summary>Whether each different text is there once.</summary>
    internal bool IsCoded => codes is not null;

    /// <summary>How many texts there are: the rows, or the different ones.</summary>
    internal int Entries => codes is null ? Length : (offsets.Memory.Length / sizeof(int)) - 1;

    /// <summary>The entry of each row of a chunk with codes.</summary>
    internal ReadOnlySpan<ushort> Codes => MemoryMarshal.Cast<byte, ushort>(codes is null ? default : codes.Span);

    internal override IEnumerable<Block> Blocks => new[] { offsets, text, Validity, codes }.OfType<Block>();

    /// <summary>One more than there are entries; counted in <see cref="Text"/>.</summary>
    private ReadOnlySpan<int> Offsets => MemoryMarshal.Cast<byte, int>(offsets.Span);

    private ReadOnlySpan<byte> Text => text.Span;

    /// <summary>The text of a row; empty where there is none.</summary>
    internal ReadOnlySpan<byte> Utf8(int row) => codes is null ? Entry(row) : IsNull(row) ? default : Entry(Codes[row]);

    internal ReadOnlySpan<byte> Entry(int entry)
    {
        var ends = Offsets;
        return text.Span[ends[entry]..ends[entry + 1]];
    }

    /// <summary>How many bytes each of some rows has; null rows have none.</summary>
    internal void ReadLengths(int from, Span<int> lengths)
    {
        var ends = Offsets;
        for (var i = 0; i < lengths.Length; i++)
        {
            var entry = codes is null ? from + i : Codes[from + i];
            lengths[i] = codes is not null && IsNull(from + i) ? 0 : ends[entry + 1] - ends[entry];
        }
    }

    /// <summary>The bytes of rows, when they lie together: of text without codes.</summary>
    internal bool TryReadTogether(int from, int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = codes is null ? Text[Offsets[from]..Offsets[from + count]] : default;
        return codes is null;
    }

    internal string? Read(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Utf8(row));

    /// <summary>The first rows, over the same memory.</summary>
    internal TextChunk First(int count) => codes is null
        ? new(count, offsets.Slice(0, (count + 1) * sizeof(int)), text.Slice(0, Offsets[count]), FirstBits(count))
        : new(count, offsets, text, FirstBits(count), codes.Slice(0, count * sizeof(ushort)));

    static void IByteForm<TextChunk>.Write(ValueWriter writer, TextChunk value) => value.Write(writer);

    static TextChunk IByteForm<TextChunk>.Read(ValueReader reader)
    {
        var parts = reader.Array();
        if (parts is not (4 or 6))
            throw ValueReader.Damaged("a chunk of text");
        var length = BlockBytes.ReadLength(reader);
        var bytes = reader.UInt();
        if (bytes > int.MaxValue)
            throw ValueReader.Damaged("the text of a chunk");
        var validity = BlockBytes.ReadValidity(reader, length);
        var entries = parts == 4 ? length : BlockBytes.ReadLength(reader);
        if (parts == 6 && (entries == 0 || entries > MaxEntries))
            throw ValueReader.Damaged("the different texts of a chunk");
        var codes = parts == 4 ? null : BlockBytes.Read(reader, length * sizeof(ushort));
        reader.Array(2);
        var chunk = new TextChunk(length, BlockBytes.Read(reader, (entries + 1) * sizeof(int)), BlockBytes.Read(reader, (int)bytes), validity, codes);
        return chunk.IsSound(entries) ? chunk : throw ValueReader.Damaged("rows of text");
    }

    private void Write(ValueWriter writer)
    {
        var bytes = Offsets[Entries];
        writer.Array(IsCoded ? 6 : 4);
        writer.UInt((ulong)Length);
        writer.UInt((ulong)bytes);
        BlockBytes.WriteValidity(writer, this);
        if (codes is not null)
        {
            writer.UInt((ulong)Entries);
            BlockBytes.Write(writer, codes, Length * sizeof(ushort));
        }

        writer.Array(2);
        BlockBytes.Write(writer, offsets, (Entries + 1) * sizeof(int));
        BlockBytes.Write(writer, text, bytes);
    }

    /// <summary>Whether the texts lie one after another over all of the memory, each valid by itself, every code is that of one, and a row without a value has none.</summary>
    private bool IsSound(int entries)
    {
        var ends = Offsets;
        var bytes = Text;
        if (ends[0] != 0 || ends[entries] != bytes.Length || !System.Text.Unicode.Utf8.IsValid(bytes))
            return false;
        for (var entry = 0; entry < entries; entry++)
        {
            var (start, end) = (ends[entry], ends[entry + 1]);
            if (end < start || end > bytes.Length || (start < bytes.Length && IsInsideCharacter(bytes[start])))
                return false;
            if (codes is null && end > start && IsNull(entry))
                return false;
        }

        return codes is null || !Codes.ContainsAnyExceptInRange((ushort)0, (ushort)(entries - 1));
    }

    private static bool IsInsideCharacter(byte utf8) => (utf8 & 0xC0) == 0x80;
}
