using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>Something done to the values of two sides that lie beside each other.</summary>
internal interface IOperation<TLeft, TRight, TResult>
{
    static abstract void Apply(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, Span<TResult> result);
}

/// <summary>Makes a column out of two sides, row by row, chunks in parallel. A row that is null on one side is null.</summary>
internal static class Elementwise
{
    /// <exception cref="FrameException">A row has no result: it does not fit, or is a division by zero.</exception>
    internal static ValueColumn<TResult> Of<TLeft, TRight, TResult, TOperation>(Input<TLeft> left, Input<TRight> right, int length)
        where TLeft : unmanaged
        where TRight : unmanaged
        where TResult : unmanaged
        where TOperation : IOperation<TLeft, TRight, TResult>
    {
        var chunks = new ValueChunk<TResult>[(int)(((long)length + Chunk.MaxRows - 1) / Chunk.MaxRows)];
        try
        {
            Parallel.For(0, chunks.Length, i => chunks[i] = OfChunk<TLeft, TRight, TResult, TOperation>(left, right, i * Chunk.MaxRows, Math.Min(Chunk.MaxRows, length - (i * Chunk.MaxRows))));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return new(null, new(chunks));
    }

    private static unsafe ValueChunk<TResult> OfChunk<TLeft, TRight, TResult, TOperation>(Input<TLeft> left, Input<TRight> right, int start, int count)
        where TLeft : unmanaged
        where TRight : unmanaged
        where TResult : unmanaged
        where TOperation : IOperation<TLeft, TRight, TResult>
    {
        byte[]? valid = null;
        if (left.HasNulls || right.HasNulls)
        {
            valid = new byte[Bitmap.Bytes(count)];
            Bitmap.Fill(valid, 0, count);
            left.ClearNulls(start, valid, count);
            right.ClearNulls(start, valid, count);
            if (Bitmap.Count(valid, count) == count)
                valid = null;
        }

        var bytes = GC.AllocateUninitializedArray<byte>(count * sizeof(TResult));
        var results = MemoryMarshal.Cast<byte, TResult>(bytes.AsSpan());
        for (var done = 0; done < count;)
        {
            var a = left.From(start + done);
            var b = right.From(start + done);
            var rows = Math.Min(Math.Min(a.Length, b.Length), count - done);
            Apply<TLeft, TRight, TResult, TOperation>(a[..rows], b[..rows], results.Slice(done, rows), valid, done, start + done);
            done += rows;
        }

        return new(count, Block.Own(bytes), valid is null ? null : Block.Own(valid));
    }

    private static void Apply<TLeft, TRight, TResult, TOperation>(
        ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, Span<TResult> result, byte[]? valid, int offset, int row)
        where TResult : unmanaged
        where TOperation : IOperation<TLeft, TRight, TResult>
    {
        try
        {
            TOperation.Apply(left, right, result);
            for (var i = 0; valid is not null && i < result.Length; i++)
            {
                if (!Bitmap.Get(valid, offset + i))
                    result[i] = default;
            }
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException)
        {
            // What stands in a null row may be what failed, so each row is tried by itself.
            OneByOne<TLeft, TRight, TResult, TOperation>(left, right, result, valid, offset, row);
        }
    }

    private static void OneByOne<TLeft, TRight, TResult, TOperation>(
        ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, Span<TResult> result, byte[]? valid, int offset, int row)
        where TResult : unmanaged
        where TOperation : IOperation<TLeft, TRight, TResult>
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = default;
            if (valid is not null && !Bitmap.Get(valid, offset + i))
                continue;
            try
            {
                TOperation.Apply(left.Slice(i, 1), right.Slice(i, 1), result.Slice(i, 1));
            }
            catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException)
            {
                throw FrameErrors.NoResult(row + i, left[i]!, right[i]!, error);
            }
        }
    }
}
