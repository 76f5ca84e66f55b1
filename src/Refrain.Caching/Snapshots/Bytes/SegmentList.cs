namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>The segments of an entry as they come up while its envelope is written.</summary>
internal sealed class SegmentList
{
    /// <summary>Bulk data of this many bytes or more lies in a segment of its own.</summary>
    internal const int Threshold = 16 * 1024;

    /// <summary>A piece of memory holds no more than 2 GB, so larger data is handed on in parts of this size.</summary>
    internal const int MostAtOnce = 1 << 30;

    private readonly List<Segment> _all = [];

    internal IReadOnlyList<Segment> All => _all;

    /// <returns>The number by which the envelope refers to the segment.</returns>
    internal int Add(Segment segment)
    {
        _all.Add(segment);
        return _all.Count - 1;
    }
}
