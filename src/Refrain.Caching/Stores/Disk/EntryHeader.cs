using System.Buffers.Binary;
using System.Text;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>What a file of an entry says of itself, and where its parts lie.</summary>
/// <remarks>
/// <code>
/// 0    magic
/// 8    version                        int32
/// 12   bytes of function, fingerprint, arguments   3 × int32
/// 24   number of segments             int32, then 4 bytes of zero
/// 32   key                            32 bytes
/// 64   stored, expires                2 × int64, ticks of UTC
/// 80   envelope's and file's length   2 × int64
/// 96   envelope's checksum            32 bytes
/// 128  checksum of the 128 bytes above, the texts and the table
/// 160  the texts, UTF-8
/// then, each from a multiple of 64 on: the envelope; the table, for each segment its length (int64) and checksum (32 bytes); the segments
/// </code>
/// All numbers are little-endian.
/// </remarks>
internal sealed record EntryHeader
{
    internal const int Version = 1;
    internal const int FixedBytes = 160;
    internal const int RowBytes = sizeof(long) + KeyDigest.Bytes;
    private const int Alignment = 64;
    private const int ChecksumAt = 128;
    private const long NeverExpires = long.MaxValue;

    public required string Function { get; init; }

    public required string Fingerprint { get; init; }

    public required KeyDigest Key { get; init; }

    public required DateTimeOffset Stored { get; init; }

    public required DateTimeOffset? Expires { get; init; }

    public required string Arguments { get; init; }

    public long EnvelopeLength { get; init; }

    public KeyDigest EnvelopeChecksum { get; init; }

    public IReadOnlyList<SegmentRow> Segments { get; init; } = [];

    private static ReadOnlySpan<byte> Magic => "RFRNFILE"u8;

    internal long EnvelopeAt => Align(FixedBytes + Texts().Sum(Encoding.UTF8.GetByteCount));

    internal long TableAt => Align(EnvelopeAt + EnvelopeLength);

    internal long TableBytes => (long)Segments.Count * RowBytes;

    /// <summary>Where each segment begins; last, where the file ends.</summary>
    internal long[] SegmentsAt()
    {
        var at = new long[Segments.Count + 1];
        at[0] = Segments.Count == 0 ? EnvelopeAt + EnvelopeLength : Align(TableAt + TableBytes);
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            var end = at[segment] + Segments[segment].Length;
            at[segment + 1] = segment == Segments.Count - 1 ? end : Align(end);
        }

        return at;
    }

    internal byte[] TableToBytes()
    {
        var table = new byte[TableBytes];
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            var row = table.AsSpan(segment * RowBytes, RowBytes);
            BinaryPrimitives.WriteInt64LittleEndian(row, Segments[segment].Length);
            Segments[segment].Checksum.Write(row[sizeof(long)..]);
        }

        return table;
    }

    internal byte[] ToBytes()
    {
        var texts = Array.ConvertAll(Texts(), Encoding.UTF8.GetBytes);
        var bytes = new byte[FixedBytes + texts.Sum(text => text.Length)];
        var head = bytes.AsSpan();
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Version);
        var at = FixedBytes;
        for (var text = 0; text < texts.Length; text++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head[(12 + (text * sizeof(int)))..], texts[text].Length);
            texts[text].CopyTo(head[at..]);
            at += texts[text].Length;
        }

        BinaryPrimitives.WriteInt32LittleEndian(head[24..], Segments.Count);
        Key.Write(head[32..]);
        BinaryPrimitives.WriteInt64LittleEndian(head[64..], Stored.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(head[72..], Expires?.UtcTicks ?? NeverExpires);
        BinaryPrimitives.WriteInt64LittleEndian(head[80..], EnvelopeLength);
        BinaryPrimitives.WriteInt64LittleEndian(head[88..], SegmentsAt()[^1]);
        EnvelopeChecksum.Write(head[96..]);
        SumOf(head, TableToBytes()).Write(head[ChecksumAt..]);
        return bytes;
    }

    /// <summary>From when an entry is no longer valid, read from the first bytes of its file and not yet verified.</summary>
    internal static bool TryPeek(ReadOnlySpan<byte> head, out DateTimeOffset? expires)
    {
        expires = null;
        return head.Length >= FixedBytes && head.StartsWith(Magic) && IsOfThisVersion(head)
            && TryTime(BinaryPrimitives.ReadInt64LittleEndian(head[72..]), out expires);
    }

    internal static bool IsEntry(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    internal static bool IsOfThisVersion(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt32LittleEndian(head[8..]) == Version;

    /// <summary>Reads and verifies the header of a file of this version; <see langword="null"/> when it is not whole.</summary>
    internal static EntryHeader? Read(EntryMemory file)
    {
        var head = file.Span(0, FixedBytes);
        Span<int> lengths = stackalloc int[3];
        var textBytes = 0L;
        for (var text = 0; text < lengths.Length; text++)
        {
            lengths[text] = BinaryPrimitives.ReadInt32LittleEndian(head[(12 + (text * sizeof(int)))..]);
            if (lengths[text] < 0)
                return null;
            textBytes += lengths[text];
        }

        var segments = BinaryPrimitives.ReadInt32LittleEndian(head[24..]);
        var envelopeLength = BinaryPrimitives.ReadInt64LittleEndian(head[80..]);
        var envelopeAt = Align(FixedBytes + textBytes);
        if (BinaryPrimitives.ReadInt64LittleEndian(head[88..]) != file.Length || envelopeAt > Math.Min(file.Length, int.MaxValue) || segments is < 0 or > int.MaxValue / RowBytes
            || envelopeLength < 0 || envelopeLength > file.Length - envelopeAt)
            return null;
        var tableAt = Align(envelopeAt + envelopeLength);
        if (segments > 0 && segments * (long)RowBytes > file.Length - tableAt)
            return null;
        var whole = file.Span(0, (int)(FixedBytes + textBytes));
        var table = segments == 0 ? default : file.Span(tableAt, segments * RowBytes);
        if (SumOf(whole, table) != KeyDigest.Read(head[ChecksumAt..])
            || !TryTime(BinaryPrimitives.ReadInt64LittleEndian(head[64..]), out var stored)
            || stored is null
            || !TryTime(BinaryPrimitives.ReadInt64LittleEndian(head[72..]), out var expires))
            return null;

        var texts = whole[FixedBytes..];
        var header = new EntryHeader
        {
            Function = Encoding.UTF8.GetString(texts[..lengths[0]]),
            Fingerprint = Encoding.UTF8.GetString(texts.Slice(lengths[0], lengths[1])),
            Arguments = Encoding.UTF8.GetString(texts[(lengths[0] + lengths[1])..]),
            Key = KeyDigest.Read(head[32..]),
            Stored = stored.Value,
            Expires = expires,
            EnvelopeLength = envelopeLength,
            EnvelopeChecksum = KeyDigest.Read(head[96..]),
            Segments = Rows(table),
        };
        return header.LiesWithin(file.Length) ? header : null;
    }

    /// <summary>Whether the segments lie one after the other and end with the file.</summary>
    private bool LiesWithin(long length)
    {
        var at = SegmentsAt();
        for (var segment = 0; segment < Segments.Count; segment++)
        {
            if (at[segment] > length || Segments[segment].Length < 0 || Segments[segment].Length > length - at[segment])
                return false;
        }

        return at[^1] == length;
    }

    internal static long Align(long offset) => (offset + Alignment - 1) & -Alignment;

    private static SegmentRow[] Rows(ReadOnlySpan<byte> table)
    {
        var rows = new SegmentRow[table.Length / RowBytes];
        for (var segment = 0; segment < rows.Length; segment++)
        {
            var row = table.Slice(segment * RowBytes, RowBytes);
            rows[segment] = new(BinaryPrimitives.ReadInt64LittleEndian(row), KeyDigest.Read(row[sizeof(long)..]));
        }

        return rows;
    }

    private static KeyDigest SumOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> table)
    {
        var sum = new Checksum();
        sum.Append(head[..ChecksumAt]);
        sum.Append(head[FixedBytes..]);
        sum.Append(table);
        return sum.Finish();
    }

    private static bool TryTime(long ticks, out DateTimeOffset? time)
    {
        time = ticks is >= 0 and <= 3155378975999999999 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return time is not null || ticks == NeverExpires;
    }

    private string[] Texts() => [Function, Fingerprint, Arguments];
}

/// <summary>How long a segment is, and its checksum.</summary>
internal readonly record struct SegmentRow(long Length, KeyDigest Checksum);
