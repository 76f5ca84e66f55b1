using System.Buffers;

namespace Refrain.Frames.Buffers;

/// <summary>The values of a column held in place, so that any row of it is reached in a few instructions.</summary>
internal sealed unsafe class PinnedValues<T> : IDisposable
    where T : unmanaged
{
    private const int MaxRowsLog2 = 20;

    private readonly MemoryHandle[] _handles;
    private readonly T*[] _values;
    private readonly byte*[] _valid;
    private readonly ChunkList<ValueChunk<T>> _data;

    /// <summary>Whether every chunk but the last is full, so that a row's chunk is a shift away.</summary>
    private readonly bool _even = true;

    internal PinnedValues(ChunkList<ValueChunk<T>> data)
    {
        _data = data;
        var count = data.Chunks.Length;
        _handles = new MemoryHandle[count * 2];
        _values = new T*[count];
        _valid = new byte*[count];
        for (var i = 0; i < count; i++)
        {
            var chunk = data.Chunks[i];
            _handles[i * 2] = chunk.Pin();
            _values[i] = (T*)_handles[i * 2].Pointer;
            if (chunk.Validity is { } validity)
            {
                _handles[(i * 2) + 1] = validity.Memory.Pin();
                _valid[i] = (byte*)_handles[(i * 2) + 1].Pointer;
            }

            _even &= chunk.Length == Chunk.MaxRows || i == count - 1;
        }
    }

    /// <summary>Reads a row; gives no value for a null.</summary>
    internal bool TryRead(int row, out T value)
    {
        var chunk = _even ? row >> MaxRowsLog2 : _data.IndexOf(row);
        var offset = row - (_even ? chunk << MaxRowsLog2 : _data.StartOf(chunk));
        value = _values[chunk][offset];
        return _valid[chunk] == null || (_valid[chunk][offset >> 3] & (1 << (offset & 7))) != 0;
    }

    public void Dispose()
    {
        foreach (var handle in _handles)
            handle.Dispose();
    }
}
