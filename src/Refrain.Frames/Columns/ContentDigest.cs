using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Digests of columns, by content: equal values give equal digests whatever chunks they lie in.</summary>
/// <remarks>A column is cut into blocks of <see cref="Chunk.MaxRows"/> rows; each block's digest covers its validity and its bytes, the column's
/// digest covers its type, its length and its blocks. Of text the lengths of all rows come before the bytes of all rows. A block that is one whole chunk, which is the usual case, is remembered in the chunk.</remarks>
internal static class ContentDigest
{
    internal static byte[] OfValues<T>(ChunkList<ValueChunk<T>> data)
        where T : unmanaged =>
        OfBlocks(typeof(T), data, static (hash, chunk, from, count) => hash.AppendData(MemoryMarshal.AsBytes(chunk.Values.Slice(from, count))));

    internal static byte[] OfText(ChunkList<TextChunk> data) =>
        OfBlocks(typeof(string), data, AppendLengths, AppendBytes);

    /// <summary>The digest of any bytes, with the function all digests of frames use.</summary>
    internal static byte[] OfBytes(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes);

    private static byte[] OfBlocks<TChunk>(Type type, ChunkList<TChunk> data, params AppendRows<TChunk>[] parts)
        where TChunk : Chunk
    {
        var blocks = (int)(((long)data.Length + Chunk.MaxRows - 1) / Chunk.MaxRows);
        var digests = new byte[blocks][];
        Parallel.For(0, blocks, block => digests[block] = OfBlock(data, block * Chunk.MaxRows, parts));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{ColumnTypes.Name(type)}:{data.Length};"));
        foreach (var digest in digests)
            hash.AppendData(digest);
        return hash.GetHashAndReset();
    }

    private static byte[] OfBlock<TChunk>(ChunkList<TChunk> data, int start, params AppendRows<TChunk>[] parts)
        where TChunk : Chunk
    {
        var count = Math.Min(Chunk.MaxRows, data.Length - start);
        var first = data.Locate(start, out var offset);
        var whole = offset == 0 && first.Length == count;
        if (whole && first.Digest is { } known)
            return known;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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

        var digest = hash.GetHashAndReset();
        if (whole)
            first.Digest = digest;
        return digest;
    }

    private static void AppendValidity<TChunk>(IncrementalHash hash, ChunkList<TChunk> data, int start, int count)
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
        hash.AppendData([allValid ? (byte)1 : (byte)0]);
        if (!allValid)
            hash.AppendData(bits, 0, length);
        ArrayPool<byte>.Shared.Return(bits);
    }

    private static void AppendLengths(IncrementalHash hash, TextChunk chunk, int from, int count)
    {
        var offsets = chunk.Offsets.Slice(from, count + 1);
        var lengths = ArrayPool<int>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
            lengths[i] = offsets[i + 1] - offsets[i];
        hash.AppendData(MemoryMarshal.AsBytes(lengths.AsSpan(0, count)));
        ArrayPool<int>.Shared.Return(lengths);
    }

    private static void AppendBytes(IncrementalHash hash, TextChunk chunk, int from, int count) =>
        hash.AppendData(chunk.Text[chunk.Offsets[from]..chunk.Offsets[from + count]]);

    private delegate void AppendRows<in TChunk>(IncrementalHash hash, TChunk chunk, int from, int count);
}
