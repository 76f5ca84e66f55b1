using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>Columns of truth values. With nulls there are three of them, and null is what could be either.</summary>
internal static class Masks
{
    private const byte False = 0;
    private const byte Unknown = 1;
    private const byte True = 2;

    /// <exception cref="FrameException">One holds no truth values, or the lengths differ.</exception>
    internal static Column And(Column left, Column right) => Combine<Both>(left, right, Math.Min);

    /// <exception cref="FrameException">One holds no truth values, or the lengths differ.</exception>
    internal static Column Or(Column left, Column right) => Combine<Either>(left, right, Math.Max);

    /// <exception cref="FrameException">The column holds no truth values.</exception>
    internal static Column Not(Column column)
    {
        var states = States(column);
        foreach (ref var state in states.AsSpan())
            state = (byte)(True - state);
        return FromStates(states);
    }

    internal static Column Nulls(Column column)
    {
        var nulls = new bool[column.Length];
        var row = 0;
        foreach (var chunk in column.Chunks)
        {
            for (var i = 0; i < chunk.Length && chunk.NullCount > 0; i++)
                nulls[row + i] = chunk.IsNull(i);
            row += chunk.Length;
        }

        return ColumnFactory.Share<bool>(null, nulls);
    }

    /// <summary>The rows that are true.</summary>
    /// <exception cref="FrameException">The column holds no truth values, or another number of them.</exception>
    internal static int[] Rows(Column mask, int rows)
    {
        if (mask.Length != rows)
            throw FrameErrors.WrongMask(mask.Length, rows);
        var chunks = Truths(mask).Data.ToArray();
        var starts = new int[chunks.Length + 1];
        for (var i = 0; i < chunks.Length; i++)
            starts[i + 1] = starts[i] + MemoryMarshal.AsBytes(chunks[i].Values[..chunks[i].Length]).Count((byte)1);
        var firstRows = new int[chunks.Length];
        for (var i = 1; i < chunks.Length; i++)
            firstRows[i] = firstRows[i - 1] + chunks[i - 1].Length;

        var found = new int[starts[^1]];
        Parallel.For(0, chunks.Length, i => Find(chunks[i].Values[..chunks[i].Length], firstRows[i], found.AsSpan(starts[i]..starts[i + 1])));
        return found;
    }

    /// <summary>Finds the true rows of a chunk; a null holds false, so validity plays no part.</summary>
    private static void Find(ReadOnlySpan<bool> values, int row, Span<int> found)
    {
        var next = 0;
        foreach (var value in values)
        {
            // Written whether true or not: no branch to be guessed wrong.
            if (next == found.Length)
                return;
            found[next] = row++;
            next += value ? 1 : 0;
        }
    }

    private static Column Combine<TOfTwo>(Column left, Column right, Func<byte, byte, byte> combine)
        where TOfTwo : IOperation<bool, bool, bool>
    {
        var (a, b) = (Truths(left), Truths(right));
        var length = Operand.Length(Operand.Of(left), Operand.Of(right));
        if (a.NullCount == 0 && b.NullCount == 0)
            return Elementwise.Of<bool, bool, bool, TOfTwo>(new(a.Data), new(b.Data), length);
        var (first, second) = (States(left), States(right));
        for (var i = 0; i < first.Length; i++)
            first[i] = combine(first[i], second[i]);
        return FromStates(first);
    }

    private static byte[] States(Column column)
    {
        var states = new byte[column.Length];
        var row = 0;
        foreach (var chunk in Truths(column).Data.Chunks)
        {
            var values = chunk.Values;
            for (var i = 0; i < chunk.Length; i++, row++)
                states[row] = chunk.IsNull(i) ? Unknown : values[i] ? True : False;
        }

        return states;
    }

    private static Column FromStates(byte[] states)
    {
        var builder = new ValueBuilder<bool>(null, states.Length);
        foreach (var state in states)
        {
            if (state == Unknown)
                builder.AddNull();
            else
                builder.Add(state == True);
        }

        return builder.Build();
    }

    private static ValueColumn<bool> Truths(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Storage as ValueColumn<bool> ?? throw FrameErrors.WrongType(column, typeof(bool));
    }

    private readonly struct Both : IOperation<bool, bool, bool>
    {
        public static void Apply(ReadOnlySpan<bool> left, ReadOnlySpan<bool> right, Span<bool> result)
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = left[i] & right[i];
        }
    }

    private readonly struct Either : IOperation<bool, bool, bool>
    {
        public static void Apply(ReadOnlySpan<bool> left, ReadOnlySpan<bool> right, Span<bool> result)
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = left[i] | right[i];
        }
    }
}
