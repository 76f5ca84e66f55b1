namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>Bulk data of a value, which lies outside of its envelope: the items of an array, a buffer of a column.</summary>
/// <param name="Length">Bytes, in all.</param>
/// <param name="Parts">The bytes in their order, as they lie in memory; one piece of memory holds no more than 2 GB.</param>
internal sealed record Segment(long Length, IReadOnlyList<ReadOnlyMemory<byte>> Parts);
