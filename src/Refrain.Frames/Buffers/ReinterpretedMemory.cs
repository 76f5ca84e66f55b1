using System.Buffers;
using System.Runtime.InteropServices;

namespace Refrain.Frames.Buffers;

/// <summary>Memory of values seen as memory of bytes, so that a column can stand on an array it did not allocate.</summary>
internal sealed class ReinterpretedMemory<T>(ReadOnlyMemory<T> values) : MemoryManager<byte>
    where T : unmanaged
{
    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(MemoryMarshal.AsMemory(values).Span);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        var handle = values.Pin();
        return new((byte*)handle.Pointer + elementIndex, default, new PinnedValues(handle));
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }

    private sealed class PinnedValues(MemoryHandle handle) : IPinnable
    {
        private MemoryHandle _handle = handle;

        public MemoryHandle Pin(int elementIndex) => _handle;

        public void Unpin() => _handle.Dispose();
    }
}
