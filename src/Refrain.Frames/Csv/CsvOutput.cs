using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Refrain.Frames.Csv;

/// <summary>Writes frames as CSV that reads back as it was.</summary>
internal static class CsvOutput
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t|\"\r\n");

    internal static void Write(DataFrame frame, TextWriter target)
    {
        using var writer = new CsvWriter(target, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in frame.Columns.Names)
            writer.WriteField(name, NeedsQuotes(name));
        writer.NextRecord();
        for (var row = 0; row < frame.RowCount; row++)
        {
            foreach (var column in frame.AllColumns())
            {
                var text = Text(column.Box(row));
                writer.WriteField(text ?? "", text is not null && NeedsQuotes(text));
            }

            writer.NextRecord();
        }
    }

    /// <summary>An empty text is quoted, since an empty field is a null; blanks at the ends are, since readers differ about them.</summary>
    private static bool NeedsQuotes(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny(Special) || text[0] == ' ' || text[^1] == ' ';

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
