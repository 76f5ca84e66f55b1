using Refrain.Elements;

namespace Refrain;

/// <summary>What is selected in a table: rows, columns, cells. Rows are those of the data, however the table is sorted or filtered in the browser.</summary>
/// <example><code>
/// var chosen = Ui.DataFrame(trips, select: GridSelect.Rows);
/// Ui.LineChart(chosen.IsEmpty ? trips : chosen.RowsOf(trips));
/// </code></example>
public sealed class GridSelection : IEquatable<GridSelection>
{
    internal static readonly GridSelection None = new(null, RowRanges.None, [], []);

    internal GridSelection(string? source, RowRanges rows, IReadOnlyList<string> columns, IReadOnlyList<GridCell> cells) =>
        (Source, Ranges, Columns, Cells) = (source, rows, columns, cells);

    /// <summary>Whether nothing is selected.</summary>
    public bool IsEmpty => Ranges.Count == 0 && Columns.Count == 0 && Cells.Count == 0;

    /// <summary>The selected rows, counted from 0, in ascending order.</summary>
    public IReadOnlyList<int> Rows => Ranges;

    /// <summary>The names of the selected columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The selected cells.</summary>
    public IReadOnlyList<GridCell> Cells { get; }

    /// <summary>The table it was made in; <see langword="null"/> while nothing was ever selected.</summary>
    internal string? Source { get; }

    internal RowRanges Ranges { get; }

    /// <summary>The selected rows of the data that was shown, as a frame of their own.</summary>
    /// <param name="data">The data that was given to the table.</param>
    /// <exception cref="ArgumentException">The data has fewer rows than what is selected.</exception>
    public DataFrame RowsOf(DataFrame data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Ranges.End > data.RowCount)
            throw new ArgumentException($"Row {Ranges.End - 1} is selected and the data has {data.RowCount} rows. Give the data that the table shows.", nameof(data));
        return data.Gather([.. Ranges]);
    }

    /// <summary>Whether the same is selected.</summary>
    public bool Equals(GridSelection? other) =>
        other is not null && Ranges.Equals(other.Ranges) && Columns.SequenceEqual(other.Columns) && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GridSelection);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ranges.Count, Columns.Count, Cells.Count);
}
