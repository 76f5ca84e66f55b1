using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Of every one of many stretches of rows of a column of numbers, the first row with the least number and the first with the greatest; none of a stretch without numbers.</summary>
/// <remarks>Stretches are read by all cores, each by one of them, so that the rows are the same in whatever order they are read. NaN is no number.</remarks>
/// <param name="first">The first row of the first stretch.</param>
/// <param name="end">The row after the last one of the last stretch.</param>
/// <param name="count">How many stretches, as long as one another but for a row.</param>
/// <param name="cancellationToken">Ends it soon.</param>
internal sealed class StretchExtremes(int first, int end, int count, CancellationToken cancellationToken) : IColumnVisitor<IEnumerable<int>>
{
    /// <summary>The rows, in no order; one that is the least and the greatest number of its stretch comes twice.</summary>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    internal IEnumerable<int> Find(Column column) => column.Storage.Accept(this);

    public IEnumerable<int> Visit<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        var found = new (int Least, int Greatest)[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, stretch => found[stretch] = Find(column, Start(stretch), Start(stretch + 1)));
        return found.Where(rows => rows.Least >= 0).Select(rows => rows.Least).Concat(found.Where(rows => rows.Greatest >= 0).Select(rows => rows.Greatest));
    }

    public IEnumerable<int> Visit(TextColumn column) => throw new InvalidOperationException("Text has no extremes to be drawn.");

    private int Start(int stretch) => first + (int)((long)(end - first) * stretch / count);

    private static (int Least, int Greatest) Find<T>(ValueColumn<T> column, int from, int to)
        where T : unmanaged
    {
        var (least, greatest) = (-1, -1);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var row = from; row < to;)
        {
            var chunk = column.Data.Locate(row, out var start);
            var values = chunk.Values.Slice(start, Math.Min(chunk.Length - start, to - row));
            for (var i = 0; i < values.Length; i++)
            {
                var value = Numbers<T>.ToDouble(values[i]);
                var (isLower, isHigher) = (value < low, value > high);
                if (!(isLower | isHigher) || chunk.IsNull(start + i))
                    continue;
                if (isLower)
                    (low, least) = (value, row + i);
                if (isHigher)
                    (high, greatest) = (value, row + i);
            }

            row += values.Length;
        }

        return (least, greatest);
    }
}
