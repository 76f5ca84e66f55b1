using System.Numerics;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>The least and the greatest value of a column.</summary>
internal static class ColumnExtremes
{
    /// <summary>The first row that holds the extreme value; -1 when no row has a value.</summary>
    internal static int Find<T>(ValueColumn<T> column, bool least)
        where T : unmanaged => column switch
        {
            ValueColumn<int> ints => FindNumber(ints, least),
            ValueColumn<long> longs => FindNumber(longs, least),
            ValueColumn<float> floats => FindNumber(floats, least),
            ValueColumn<double> doubles => FindNumber(doubles, least),
            _ => FindAny(column, least),
        };

    internal static bool IsNaN<T>(T value) =>
        (typeof(T) == typeof(double) && double.IsNaN((double)(object)value!)) || (typeof(T) == typeof(float) && float.IsNaN((float)(object)value!));

    internal static int Compare<T>(T left, T right) => Comparer<T>.Default.Compare(left, right);

    /// <summary>Numbers are compared by operators, which are false for NaN and so pass it over.</summary>
    private static int FindNumber<T>(ValueColumn<T> column, bool least)
        where T : unmanaged, INumber<T>
    {
        var found = -1;
        var best = T.Zero;
        for (var c = 0; c < column.Data.Chunks.Length; c++)
        {
            var chunk = column.Data.Chunks[c];
            var values = chunk.Values;
            for (var i = 0; i < chunk.Length; i++)
            {
                var value = values[i];
                if (found >= 0 && (least ? !(value < best) : !(value > best)))
                    continue;
                if (chunk.IsNull(i) || T.IsNaN(value))
                    continue;
                (found, best) = (column.Data.StartOf(c) + i, value);
            }
        }

        return found;
    }

    private static int FindAny<T>(ValueColumn<T> column, bool least)
        where T : unmanaged
    {
        var found = -1;
        T best = default;
        for (var c = 0; c < column.Data.Chunks.Length; c++)
        {
            var chunk = column.Data.Chunks[c];
            for (var i = 0; i < chunk.Length; i++)
            {
                var value = chunk.Values[i];
                if (chunk.IsNull(i) || (found >= 0 && Compare(value, best) is var order && (least ? order >= 0 : order <= 0)))
                    continue;
                (found, best) = (column.Data.StartOf(c) + i, value);
            }
        }

        return found;
    }
}
