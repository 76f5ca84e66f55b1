using System.Buffers;
using System.Runtime.InteropServices;
using Refrain.Caching.Keys;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Digests of columns, by content: equal values give equal digests whatever chunks they lie in.</summary>
/// <remarks>A column is cut into blocks of <see cref="Chunk.MaxRows"/> rows; each block's digest covers its validity and its bytes, the column's
/// digest covers its length and its blocks. Of text the lengths of all rows come before the bytes of all rows. A block that is one
/// whole chunk, which is the usual case, is remembered in the chunk.</remarks>
internal static class ContentDigest
{
    /// <summary>How many bytes of scattered text are brought together before they are hashed.</summary>
    private const int WorthHashing = 1 << 16;

    internal static KeyDigest OfValues<T>(ChunkList<ValueChunk<T>> data, bool stable)
        where T : unmanaged =>
        Of(data, stable, static (hash, chunk, from, count) => hash.Append(MemoryMarshal.AsBytes(chunk.Values.Slice(from, count))));

    internal static KeyDigest OfText(ChunkList<TextChunk> data, bool stable) => Of(data, stable, AppendLengths, AppendBytes);

    private static KeyDigest Of<TChunk>(ChunkList<TChunk> data, bool stable, params AppendRows<TChunk>[] parts)
        where TChunk : Chunk
    {
        if (data.Digests.Find(stable) is { } known)
            return known;
        var digests = new KeyDigest[(int)(((long)data.Length + Chunk.MaxRows - 1) / Chunk.MaxRows)];
        Parallel.For(0, digests.Length, block => digests[block] = OfBlock(data, block * Chunk.MaxRows, stable, parts));

        using var hash = new ContentHash(stable);
        hash.Append((long)data.Length);
        hash.Append(MemoryMarshal.AsBytes(digests.AsSpan()));
        var digest = hash.Finish();
        data.Digests.Keep(stable, digest);
        return digest;
    }

    private static KeyDigest OfBlock<TChunk>(ChunkList<TChunk> data, int start, bool stable, AppendRows<TChunk>[] parts)
        where TChunk : Chunk
    {
        var count = Math.Min(Chunk.MaxRows, data.Length - start);
        var first = data.Locate(start, out var offset);
        var whole = offset == 0 && first.Length == count;
        if (whole && first.Digests.Find(stable) is { } known)
            return known;

        using var hash = new ContentHash(stable);
        AppendValidity(hash, data, start, count);
        foreach (var part in parts)
        {
            for (var row = start; row < start + count;)
            {
                var chunk = data.Locate(row, out offset);
                var rows = Math.Min(chunk.Length - offset, start + count - row);
                part(hash, chunk, offset, rows);
                row += rows;
            }
        }

        var digest = hash.Finish();
        if (whole)
            first.Digests.Keep(stable, digest);
        return digest;
    }

    private static void AppendValidity<TChunk>(ContentHash hash, ChunkList<TChunk> data, int start, int count)
        where TChunk : Chunk
    {
        var length = Bitmap.Bytes(count);
        var bits = ArrayPool<byte>.Shared.Rent(length);
        bits.AsSpan(0, length).Clear();
        for (var row = start; row < start + count;)
        {
            var chunk = data.Locate(row, out var offset);
            var rows = Math.Min(chunk.Length - offset, start + count - row);
            Bitmap.Copy(chunk.Validity is null ? default : chunk.Validity.Span, chunk.Validity is null, offset, bits, row - start, rows);
            row += rows;
        }

        var allValid = Bitmap.Count(bits, count) == count;
        hash.Append(allValid ? 1 : 0);
        if (!allValid)
            hash.Append(bits.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bits);
    }

    private static void AppendLengths(ContentHash hash, TextChunk chunk, int from, int count)
    {
        var lengths = ArrayPool<int>.Shared.Rent(count);
        chunk.ReadLengths(from, lengths.AsSpan(0, count));
        hash.Append(MemoryMarshal.AsBytes(lengths.AsSpan(0, count)));
        ArrayPool<int>.Shared.Return(lengths);
    }

    private static void AppendBytes(ContentHash hash, TextChunk chunk, int from, int count)
    {
        if (chunk.TryReadTogether(from, count, out var together))
        {
            hash.Append(together);
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        for (var row = from; row < from + count; row++)
        {
            if (!chunk.IsNull(row))
                buffer.Write(chunk.Utf8(row));
            if (buffer.WrittenCount >= WorthHashing || row == from + count - 1)
            {
                hash.Append(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
    }

    private delegate void AppendRows<in TChunk>(ContentHash hash, TChunk chunk, int from, int count);
}
