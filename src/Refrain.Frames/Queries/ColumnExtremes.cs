using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>The least and the greatest value of a column.</summary>
internal static class ColumnExtremes
{
    /// <summary>The first row that holds the extreme value; -1 when no row has a value.</summary>
    internal static int Find<T>(ValueColumn<T> column, bool least)
        where T : unmanaged
    {
        var found = -1;
        T best = default;
        for (var c = 0; c < column.Data.Chunks.Length; c++)
        {
            var chunk = column.Data.Chunks[c];
            var values = chunk.Values;
            for (var i = 0; i < chunk.Length; i++)
            {
                var value = values[i];
                if (found >= 0 && (least ? !(Compare(value, best) < 0) : !(Compare(value, best) > 0)))
                    continue;
                if (chunk.IsNull(i) || IsNaN(value))
                    continue;
                (found, best) = (column.Data.StartOf(c) + i, value);
            }
        }

        return found;
    }

    internal static bool IsNaN<T>(T value) =>
        (typeof(T) == typeof(double) && double.IsNaN((double)(object)value!)) || (typeof(T) == typeof(float) && float.IsNaN((float)(object)value!));

    internal static int Compare<T>(T left, T right) => Comparer<T>.Default.Compare(left, right);
}
