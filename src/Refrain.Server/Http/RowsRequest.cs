using System.Globalization;
using Microsoft.AspNetCore.Http;
using Refrain.Pages;

namespace Refrain.Server.Http;

/// <summary>Reads which rows are wanted, and refuses what a source cannot have.</summary>
internal static class RowsRequest
{
    /// <summary>The window; or, when it is refused, why.</summary>
    internal static (RowWindow? Window, string? Refusal) Read(IQueryCollection query, RowSource source)
    {
        if (Number(query, "from", 0) is not { } from || from > source.RowCount)
            return Refused($"'from' must be between 0 and {source.RowCount}.");
        if (Number(query, "count", 200) is not { } count || count > RefrainOptions.MaxRows)
            return Refused($"'count' must be between 0 and {RefrainOptions.MaxRows}.");
        if (Columns(query, source) is not { } columns)
            return Refused($"'columns' must be different numbers between 0 and {source.ColumnCount - 1}, with commas between.");
        if (Number(query, "sort", -1) is not { } sort || sort >= source.ColumnCount)
            return Refused($"'sort' must be between 0 and {source.ColumnCount - 1}.");
        if (query["descending"].ToString() is not ("" or "true" or "false"))
            return Refused("'descending' must be 'true' or 'false'.");

        var rows = (int)Math.Min(count, source.RowCount - from);
        return (new RowWindow(from, rows, columns, sort < 0 ? null : (int)sort, query["descending"] == "true"), null);
    }

    private static (RowWindow?, string?) Refused(string reason) => (null, $"RFN0622: {reason}");

    private static long? Number(IQueryCollection query, string name, long missing)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            return missing;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static List<int>? Columns(IQueryCollection query, RowSource source)
    {
        var text = query["columns"].ToString();
        if (text.Length == 0)
            return [.. Enumerable.Range(0, source.ColumnCount)];
        var columns = new List<int>();
        foreach (var part in text.Split(','))
        {
            var isNumber = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var column);
            if (!isNumber || column >= source.ColumnCount || columns.Contains(column))
                return null;
            columns.Add(column);
        }

        return columns;
    }
}
