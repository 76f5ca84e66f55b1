namespace Refrain.Frames.Buffers;

/// <summary>A run of at most <see cref="MaxRows"/> rows of one column. Never changes, and is shared by any number of frames.</summary>
internal abstract class Chunk(int length, Block? validity)
{
    /// <summary>How many rows a chunk holds at most.</summary>
    internal const int MaxRows = 1 << 20;

    private static long _lastId;

    /// <summary>A number no other chunk of this process has.</summary>
    internal long Id { get; } = Interlocked.Increment(ref _lastId);

    internal int Length { get; } = length;

    /// <summary>The bits of the rows that have a value; null when all have.</summary>
    internal Block? Validity { get; } = validity;

    internal int NullCount { get; } = validity is null ? 0 : length - Bitmap.Count(validity.Span, length);

    internal DigestMemo Digests { get; } = new();

    internal abstract IEnumerable<Block> Blocks { get; }

    internal bool IsNull(int row) => Validity is not null && !Bitmap.Get(Validity.Span, row);

    /// <summary>The validity of the rows from the start, or null when none of them is null.</summary>
    protected Block? FirstBits(int length) =>
        Validity is null || Bitmap.Count(Validity.Span, length) == length ? null : Validity.Slice(0, Bitmap.Bytes(length));
}
