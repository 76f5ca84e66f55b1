namespace Refrain;

/// <summary>A cell of a table.</summary>
/// <param name="Row">The row in the data, counted from 0, however the table is sorted or filtered in the browser.</param>
/// <param name="Column">The column's name.</param>
public readonly record struct GridCell(int Row, string Column);
