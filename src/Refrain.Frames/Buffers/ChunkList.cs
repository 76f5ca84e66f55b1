using Refrain.Caching.Lifetimes;

namespace Refrain.Frames.Buffers;

/// <summary>The immutable content of one column: chunks in order, and which of them a row is in.</summary>
internal sealed class ChunkList<TChunk>
    where TChunk : Chunk
{
    private readonly TChunk[] _chunks;
    private readonly int[] _starts;

    /// <exception cref="OverflowException">There are more rows than <see cref="int.MaxValue"/>.</exception>
    internal ChunkList(TChunk[] chunks)
    {
        _chunks = chunks;
        _starts = new int[chunks.Length];
        for (var i = 0; i < chunks.Length; i++)
        {
            _starts[i] = Length;
            Length = checked(Length + chunks[i].Length);
            NullCount += chunks[i].NullCount;
        }

        Buffers = BuffersOf(chunks);
    }

    internal int Length { get; }

    internal int NullCount { get; }

    /// <summary>What the chunks keep alive, each once. Known from the start, so that a cache that counts it does not go through the chunks.</summary>
    internal IReadOnlyList<SharedBuffer> Buffers { get; }

    internal DigestMemo Digests { get; } = new();

    internal ReadOnlySpan<TChunk> Chunks => _chunks;

    internal TChunk[] ToArray() => [.. _chunks];

    internal IEnumerable<TChunk> Enumerate() => _chunks;

    internal int StartOf(int chunk) => _starts[chunk];

    /// <summary>Finds the chunk of a row; the caller has checked the range.</summary>
    internal TChunk Locate(int row, out int offset)
    {
        var index = IndexOf(row);
        offset = row - _starts[index];
        return _chunks[index];
    }

    /// <summary>The chunks that begin at a row or after it, and the row the first of them begins at.</summary>
    internal (int Start, TChunk[] Chunks) From(int row)
    {
        for (var i = 0; i < _chunks.Length; i++)
        {
            if (_starts[i] >= row)
                return (_starts[i], _chunks[i..]);
        }

        return (Length, []);
    }

    internal int IndexOf(int row)
    {
        if (_chunks.Length == 1)
            return 0;

        // Full chunks stand in a row in nearly every column, so the division is right at once.
        var guess = row / Chunk.MaxRows;
        if (guess < _starts.Length && _starts[guess] <= row && row - _starts[guess] < _chunks[guess].Length)
            return guess;
        var found = Array.BinarySearch(_starts, row);
        if (found < 0)
            return ~found - 1;
        while (_chunks[found].Length == 0)
            found++;
        return found;
    }

    private static List<SharedBuffer> BuffersOf(TChunk[] chunks)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var buffers = new List<SharedBuffer>(1);
        foreach (var chunk in chunks)
        {
            foreach (var block in chunk.Blocks)
            {
                if (seen.Add(block.Owner))
                    buffers.Add(new(block.Owner, block.OwnerBytes));
            }
        }

        return buffers;
    }
}
