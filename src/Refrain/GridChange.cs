namespace Refrain;

/// <summary>One thing that was changed in a data editor: a <see cref="CellChange"/>, a <see cref="RowAddition"/> or a <see cref="RowDeletion"/>.</summary>
/// <example><code>
/// foreach (var change in Ui.DataEditor(stock).Changes)
///     if (change is CellChange { Column: "Count" } cell) Ui.Write($"Row {cell.Row}: {cell.Old} became {cell.New}");
/// </code></example>
public abstract record GridChange
{
    private protected GridChange()
    {
    }
}

/// <summary>A cell got another value.</summary>
/// <param name="Row">The row in the data, counted from 0, however the table is sorted or filtered in the browser.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Old">The value in the data; <see langword="null"/> when the cell is empty there.</param>
/// <param name="New">The value entered, of the column's type; <see langword="null"/> when the cell was cleared.</param>
public sealed record CellChange(int Row, string Column, object? Old, object? New) : GridChange;

/// <summary>A row was added at the end.</summary>
/// <param name="Values">Its values by the columns' names.</param>
public sealed record RowAddition(IReadOnlyDictionary<string, object?> Values) : GridChange;

/// <summary>A row of the data was deleted.</summary>
/// <param name="Row">The row in the data, counted from 0.</param>
public sealed record RowDeletion(int Row) : GridChange;
