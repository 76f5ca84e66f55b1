using Refrain.Frames.Rows;

namespace Refrain.Elements;

/// <summary>Fewer rows for a chart that look the same: of every stretch of rows, those with the least and the greatest value of each y.</summary>
/// <remarks>The min–max form of M4: Jugel et al., "M4: a visualization-oriented time series data aggregation", VLDB 2014.</remarks>
internal static class Reduction
{
    /// <summary>More rows than these a chart does not get.</summary>
    public const int MostRows = 4_000;

    /// <summary>Reduces a frame of x and y columns.</summary>
    /// <param name="frame">x, and then every y.</param>
    /// <param name="isOrdered">Whether the mark connects the rows in the order of x, so that stretches must be taken along x.</param>
    public static DataFrame Of(DataFrame frame, bool isOrdered)
    {
        if (frame.RowCount <= MostRows) return frame;
        var x = frame.Columns[0];
        var ordered = isOrdered && x.Type != typeof(string) && !ColumnOrder.IsAscending(x) ? frame.OrderBy(x.Name!) : frame;
        var kept = Kept(ordered);
        return new DataFrame(ordered.Columns.Select(column => column.Gather(kept)));
    }

    private static int[] Kept(DataFrame frame)
    {
        var rows = frame.RowCount;
        var y = frame.Columns.Skip(1).ToArray();
        var stretches = (MostRows - 2) / (2 * y.Length);
        var kept = new SortedSet<int> { 0, rows - 1 };
        foreach (var column in y)
        {
            for (var stretch = 0; stretch < stretches; stretch++)
                KeepExtremes(column, (int)((long)rows * stretch / stretches), (int)((long)rows * (stretch + 1) / stretches), kept);
        }
        return [.. kept];
    }

    private static void KeepExtremes(Column column, int from, int to, SortedSet<int> kept)
    {
        var (least, greatest) = (-1, -1);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = from; row < to; row++)
        {
            if (column.IsNullAt(row)) continue;
            var value = column.ReadDouble(row);
            if (value < low) (low, least) = (value, row);
            if (value > high) (high, greatest) = (value, row);
        }
        if (least >= 0) kept.Add(least);
        if (greatest >= 0) kept.Add(greatest);
    }
}
