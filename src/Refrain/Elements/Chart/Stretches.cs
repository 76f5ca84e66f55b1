using System.Diagnostics.CodeAnalysis;
using Refrain.Frames.Columns;
using Refrain.Frames.Rows;

namespace Refrain.Elements;

/// <summary>Stretches of the x axis of a long chart, each reduced for itself: what a reader looks at more closely shows more of its rows.</summary>
/// <remarks>One stretch is read at a time, however many a browser asks for.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore of which nobody asked a wait handle holds nothing to dispose.")]
internal sealed class Stretches(DataFrame frame)
{
    private readonly Lazy<bool> _isAscending = new(() => ColumnOrder.IsAscending(frame.Columns[0]));
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether the rows are those of a chart along an axis: x first, and then every y.</summary>
    public static bool Has(DataFrame frame) =>
        frame.Columns.Count > 1 && AxisValues.Has(frame.Columns[0]) && frame.Columns.Skip(1).All(column => ColumnTypes.IsNumeric(column.Type));

    /// <summary>The rows whose x lies in a stretch, reduced; of rows in order also the one before and the one after, to which lines lead.</summary>
    /// <param name="from">The least x, as <see cref="AxisValues"/> has it.</param>
    /// <param name="to">The greatest x.</param>
    /// <param name="cancellationToken">Ends it soon.</param>
    public async Task<DataFrame> ReadAsync(double from, double to, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _isAscending.Value ? Ordered(from, to, cancellationToken) : Scattered(from, to, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private DataFrame Ordered(double from, double to, CancellationToken cancellationToken)
    {
        var first = Math.Max(0, FirstRow(x => x >= from) - 1);
        var end = Math.Min(frame.RowCount, FirstRow(x => x > to) + 1);
        return Reduction.Of(frame, first, Math.Max(first, end), cancellationToken);
    }

    private DataFrame Scattered(double from, double to, CancellationToken cancellationToken)
    {
        var (rows, start) = (new List<int>(), 0);
        foreach (var (length, found) in AxisValues.Scan(frame.Columns[0], Inside))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in found)
                rows.Add(start + row);
            start += length;
        }

        var inside = new DataFrame(frame.Columns.Select(column => column.Gather([.. rows])));
        return Reduction.Of(inside, 0, rows.Count, cancellationToken);

        (int Length, List<int> Rows) Inside(double[] values)
        {
            var found = new List<int>();
            for (var row = 0; row < values.Length; row++)
            {
                if (values[row] >= from && values[row] <= to)
                    found.Add(row);
            }

            return (values.Length, found);
        }
    }

    /// <summary>The first row whose x is so, as all after it are; the number of rows when none is.</summary>
    private int FirstRow(Predicate<double> isSo)
    {
        var (low, high) = (0, frame.RowCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (isSo(AxisValues.At(frame.Columns[0], middle)))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
