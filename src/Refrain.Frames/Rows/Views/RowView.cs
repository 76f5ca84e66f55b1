namespace Refrain.Frames.Rows.Views;

/// <summary>The rows that a query found, in its order. Never changes.</summary>
/// <param name="count">How many there are.</param>
/// <param name="rows">Their numbers in the table; <see langword="null"/> when the view is the table as it is.</param>
internal sealed class RowView(int count, int[]? rows)
{
    internal int Count => count;

    internal int[]? Rows => rows;

    /// <summary>The number in the table of a row of the view.</summary>
    internal int RowAt(int position) => rows is null ? position : rows[position];

    /// <summary>Finds the rows.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="query">Which rows, in which order; it was checked by <see cref="CellTest.Check"/>.</param>
    /// <param name="progress">Told the part that is done, from 0 to 1, by any thread.</param>
    /// <param name="cancellationToken">Ends it soon, wherever it is.</param>
    internal static RowView Find(DataFrame frame, RowQuery query, Action<double>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (query.IsAll)
            return new(frame.RowCount, null);
        var share = query is { Narrows: true, Sort: not null } ? 0.5 : query.Narrows ? 1 : 0;
        var found = query.Narrows ? RowFinder.Find(frame, query, new(progress, 0, share, cancellationToken)) : null;
        if (query.Sort is { } column)
            found = RowSorter.Sort(frame.ColumnAt(column), query.Descending, found, new(progress, share, 1, cancellationToken));
        progress?.Invoke(1);
        return new(found!.Length, found);
    }
}
