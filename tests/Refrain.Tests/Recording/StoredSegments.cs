using System.Runtime.InteropServices;
using Refrain.Caching.Snapshots.Bytes;

namespace Refrain.Tests.Recording;

/// <summary>Segments as a store gives them back: in memory of its own, aligned.</summary>
internal sealed class StoredSegments : ISegmentSource
{
    private const int Alignment = 64;

    private readonly List<ReadOnlyMemory<byte>> _segments = [];

    public StoredSegments(SegmentList written)
    {
        foreach (var segment in written.All)
            _segments.Add(Aligned([.. segment.Parts.SelectMany(part => part.ToArray())]));
    }

    public int Count => _segments.Count;

    public object Owner => this;

    public long LengthOf(int segment) => At(segment).Length;

    public ReadOnlyMemory<byte> Slice(int segment, long offset, int length) => At(segment).Slice(checked((int)offset), length);

    private ReadOnlyMemory<byte> At(int segment) =>
        segment >= 0 && segment < _segments.Count ? _segments[segment] : throw new ArgumentOutOfRangeException(nameof(segment));

    private static ReadOnlyMemory<byte> Aligned(byte[] bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length + Alignment, pinned: true);
        var skipped = (int)((Alignment - (Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) % Alignment)) % Alignment);
        bytes.CopyTo(pinned, skipped);
        return pinned.AsMemory(skipped, bytes.Length);
    }
}
