namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>The segments of a stored value, as a store gives them back. Read by many threads at once; never changes.</summary>
internal interface ISegmentSource
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>What keeps the memory alive, and what a budget counts once; reference-equal for everything of one stored value.</summary>
    object Owner { get; }

    /// <summary>How many bytes a segment has.</summary>
    long LengthOf(int segment);

    /// <summary>Part of a segment, aligned to 64 bytes where the offset is. Valid for as long as somebody refers to it; a span of it does not, so who uses one keeps the memory too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The segment has no such part.</exception>
    ReadOnlyMemory<byte> Slice(int segment, long offset, int length);
}
