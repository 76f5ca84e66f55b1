using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Snapshots.Bytes.Cbor;

namespace Refrain.Frames.Buffers;

/// <summary>Buffers of columns as stored bytes: large ones in segments, over whose memory a column stands when it is read back.</summary>
internal static class BlockBytes
{
    internal static void Write(ValueWriter writer, Block block, int length)
    {
        var bytes = block.Memory[..length];
        if (length < SegmentList.Threshold)
        {
            writer.Bytes(bytes.Span);
            return;
        }

        writer.Tag(CborTags.Segment);
        writer.UInt((ulong)writer.Segments.Add(new(length, [bytes])));
    }

    /// <summary>Reads a buffer of a known length.</summary>
    /// <exception cref="DamagedBytesException">It is another.</exception>
    internal static Block Read(ValueReader reader, int length)
    {
        if (!reader.TryTag(CborTags.Segment))
        {
            var bytes = reader.Bytes();
            return bytes.Length == length ? Block.Own(bytes) : throw ValueReader.Damaged("a buffer of that length");
        }

        var segment = reader.Segment(out var stored);
        if (stored != length)
            throw ValueReader.Damaged("a buffer of that length");
        var source = reader.Segments;
        return new(source.Slice(segment, 0, length), source.Owner, Enumerable.Range(0, source.Count).Sum(source.LengthOf));
    }

    /// <summary>Reads how many rows a chunk has.</summary>
    internal static int ReadLength(ValueReader reader)
    {
        var length = reader.UInt();
        return length <= Chunk.MaxRows ? (int)length : throw ValueReader.Damaged("the rows of a chunk");
    }

    internal static void WriteValidity(ValueWriter writer, Chunk chunk)
    {
        if (chunk.Validity is null || chunk.NullCount == 0)
            writer.Null();
        else
            Write(writer, chunk.Validity, Bitmap.Bytes(chunk.Length));
    }

    /// <summary>Reads the bits of the rows that have a value; some has none, or there would be no bits.</summary>
    internal static Block? ReadValidity(ValueReader reader, int length)
    {
        if (reader.TryNull())
            return null;
        var bits = Read(reader, Bitmap.Bytes(length));
        return Bitmap.Count(bits.Span, length) < length ? bits : throw ValueReader.Damaged("a row without a value");
    }
}
