using System.Buffers;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Part of a mapped file as memory; refers to the mapping, so that it stays.</summary>
internal sealed unsafe class EntryPart(EntryMemory file, byte* start, int length) : MemoryManager<byte>
{
    private readonly EntryMemory _file = file;

    /// <summary>A span does not keep the mapping alive: who uses one keeps the memory it came from.</summary>
    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length, nameof(elementIndex));
        return new(start + elementIndex, default, this);
    }

    public override void Unpin() => GC.KeepAlive(_file);

    protected override void Dispose(bool disposing)
    {
    }
}
