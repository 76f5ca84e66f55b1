using System.Globalization;
using System.Text;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>The first rows of a frame as text in columns.</summary>
internal static class Preview
{
    private const int MaxRows = 10;
    private const int MaxColumns = 8;
    private const int MaxWidth = 24;

    internal static string Of(DataFrame frame)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"DataFrame of {frame.RowCount:N0} rows, {frame.Columns.Count} columns"));
        var columns = frame.Columns.Take(MaxColumns).ToList();
        var rows = Math.Min(frame.RowCount, MaxRows);
        var cells = columns.ConvertAll(column => Cells(column, rows));
        for (var row = 0; row < rows + 1 && columns.Count > 0; row++)
        {
            text.AppendLine();
            text.AppendJoin("  ", columns.Select((column, i) => Pad(cells[i][row], cells[i].Max(cell => cell.Length), ColumnTypes.IsNumeric(column.Type))));
        }

        if (frame.RowCount > rows || frame.Columns.Count > columns.Count)
            text.AppendLine().Append('…');
        return text.ToString();
    }

    internal static string Cell(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static List<string> Cells(Column column, int rows) =>
        [Cut(column.Name!), .. Enumerable.Range(0, rows).Select(row => Cut(Cell(column[row])))];

    private static string Pad(string cell, int width, bool right) => right ? cell.PadLeft(width) : cell.PadRight(width);

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxWidth ? line : line[..(MaxWidth - 1)] + "…";
    }
}
