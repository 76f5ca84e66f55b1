using System.Numerics;
using System.Runtime.InteropServices;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Sums of columns. Null rows hold zero, so validity plays no part.</summary>
internal static class ColumnSums
{
    internal static double Sum<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (!ColumnTypes.IsNumeric(typeof(T)))
            throw FrameErrors.NotNumeric(column, "sum");
        if (typeof(T) == typeof(decimal))
            return (double)SumDecimals((ValueColumn<decimal>)(object)column);

        double sum = 0;
        foreach (var chunk in column.Data.Chunks)
            sum += SumOf(chunk.Values[..chunk.Length]);
        return sum;
    }

    internal static decimal SumDecimals(ValueColumn<decimal> column)
    {
        decimal sum = 0;
        foreach (var chunk in column.Data.Chunks)
        {
            foreach (var value in chunk.Values[..chunk.Length])
                sum += value;
        }

        return sum;
    }

    private static double SumOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return SumDoubles(MemoryMarshal.Cast<T, double>(values));
        if (typeof(T) == typeof(int))
            return SumInts(MemoryMarshal.Cast<T, int>(values));
        double sum = 0;
        foreach (var value in values)
            sum += Numbers<T>.ToDouble(value);
        return sum;
    }

    private static double SumDoubles(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        for (; i < vectors.Length; i++)
            a += vectors[i];
        var sum = Vector.Sum(a + b + (c + d));
        foreach (var value in values[(vectors.Length * Vector<double>.Count)..])
            sum += value;
        return sum;
    }

    /// <summary>A chunk has at most 2^20 values of 32 bits, so 64 bits hold its sum.</summary>
    private static double SumInts(ReadOnlySpan<int> values)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(values);
        Vector<long> low = default, high = default;
        foreach (var vector in vectors)
        {
            Vector.Widen(vector, out var lower, out var upper);
            low += lower;
            high += upper;
        }

        var sum = Vector.Sum(low + high);
        foreach (var value in values[(vectors.Length * Vector<int>.Count)..])
            sum += value;
        return sum;
    }
}
