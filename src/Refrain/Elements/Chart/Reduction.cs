using Refrain.Frames.Queries;
using Refrain.Frames.Rows;

namespace Refrain.Elements;

/// <summary>Fewer rows for a chart that look the same: of every stretch of rows, those with the least and the greatest value of each y.</summary>
/// <remarks>The min–max form of M4: Jugel et al., "M4: a visualization-oriented time series data aggregation", VLDB 2014.</remarks>
internal static class Reduction
{
    /// <summary>More rows than these a chart does not get.</summary>
    public const int MostRows = 4_000;

    /// <summary>The frame in the order in which its rows are reduced.</summary>
    /// <param name="frame">x, and then every y.</param>
    /// <param name="isOrdered">Whether the mark connects the rows in the order of x, so that stretches must be taken along x.</param>
    public static DataFrame Order(DataFrame frame, bool isOrdered)
    {
        var x = frame.Columns[0];
        return frame.RowCount > MostRows && isOrdered && x.Type != typeof(string) && !ColumnOrder.IsAscending(x) ? frame.OrderBy(x.Name!) : frame;
    }

    /// <summary>Reduces a frame of x and y columns.</summary>
    public static DataFrame Of(DataFrame frame) => frame.RowCount <= MostRows ? frame : Of(frame, 0, frame.RowCount, CancellationToken.None);

    /// <summary>Reduces some rows of a frame of x and y columns.</summary>
    /// <param name="frame">x, and then every y.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="cancellationToken">Ends it soon.</param>
    public static DataFrame Of(DataFrame frame, int first, int end, CancellationToken cancellationToken)
    {
        var kept = end - first <= MostRows ? [.. Enumerable.Range(first, end - first)] : Kept(frame, first, end, cancellationToken);
        return new DataFrame(frame.Columns.Select(column => column.Gather(kept)));
    }

    private static int[] Kept(DataFrame frame, int first, int end, CancellationToken cancellationToken)
    {
        var y = frame.Columns.Skip(1).ToArray();
        var extremes = new StretchExtremes(first, end, (MostRows - 2) / (2 * y.Length), cancellationToken);
        return [.. new SortedSet<int>(y.SelectMany(extremes.Find)) { first, end - 1 }];
    }
}
