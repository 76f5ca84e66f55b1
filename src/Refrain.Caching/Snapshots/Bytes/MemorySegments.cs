namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>The segments of a value that never left memory.</summary>
internal sealed class MemorySegments(SegmentList segments) : ISegmentSource
{
    public int Count => segments.All.Count;

    public object Owner => this;

    public long LengthOf(int segment) => segments.All[segment].Length;

    public ReadOnlyMemory<byte> Slice(int segment, long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        foreach (var part in segments.All[segment].Parts)
        {
            if (offset < part.Length)
                return offset + length <= part.Length ? part.Slice((int)offset, length) : throw new ArgumentOutOfRangeException(nameof(length));
            offset -= part.Length;
        }

        return offset == 0 && length == 0 ? default : throw new ArgumentOutOfRangeException(nameof(offset));
    }
}
