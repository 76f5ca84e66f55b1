using Refrain.Frames.Buffers;

namespace Refrain.Frames.Expressions;

/// <summary>The values one side of an operation gives, in runs that lie together in memory.</summary>
internal readonly struct Input<T>
    where T : unmanaged
{
    /// <summary>How often a single value is repeated: enough for a loop of vectors, and it stays in the nearest cache.</summary>
    private const int Repeats = 2048;

    private readonly ChunkList<ValueChunk<T>>? _data;
    private readonly T[]? _repeated;

    internal Input(ChunkList<ValueChunk<T>> data) => _data = data;

    internal Input(T value)
    {
        _repeated = new T[Repeats];
        _repeated.AsSpan().Fill(value);
    }

    internal bool HasNulls => _data is { NullCount: > 0 };

    /// <summary>The values from a row on, as many as lie together.</summary>
    internal ReadOnlySpan<T> From(int row)
    {
        if (_data is null)
            return _repeated;
        var chunk = _data.Locate(row, out var offset);
        return chunk.Values[offset..chunk.Length];
    }

    /// <summary>Clears the bits of the rows that are null here.</summary>
    internal void ClearNulls(int start, Span<byte> valid, int count)
    {
        if (!HasNulls)
            return;
        for (var row = start; row < start + count;)
        {
            var chunk = _data!.Locate(row, out var offset);
            var rows = Math.Min(chunk.Length - offset, start + count - row);
            for (var i = 0; i < rows && chunk.NullCount > 0; i++)
            {
                if (chunk.IsNull(offset + i))
                    Bitmap.Set(valid, row - start + i, false);
            }

            row += rows;
        }
    }
}
