using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Caching.Stores.Disk;

/// <summary>The segments of a file.</summary>
internal sealed class EntrySegments(EntryMemory file, EntryHeader header) : ISegmentSource
{
    private readonly long[] _at = header.SegmentsAt();

    public int Count => header.Segments.Count;

    public object Owner => file;

    public long LengthOf(int segment) => header.Segments[segment].Length;

    public ReadOnlyMemory<byte> Slice(int segment, long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)segment, (uint)Count, nameof(segment));
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, LengthOf(segment) - length);
        return file.Slice(_at[segment] + offset, length);
    }
}
