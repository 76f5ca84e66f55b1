using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;

namespace Refrain.Server.Http;

/// <summary>Reads which rows are wanted, and refuses what a source cannot have.</summary>
internal static class RowsRequest
{
    private const int LongestText = 1_000;
    private const int MostFilters = 50;

    /// <summary>Which rows, in which order; or, when it is refused, why.</summary>
    internal static (RowQuery? Query, string? Refusal) ReadQuery(IQueryCollection query, RowSource source)
    {
        if (Number(query, "sort", -1) is not { } sort || sort >= source.ColumnCount)
            return Refused<RowQuery>($"'sort' must be between 0 and {source.ColumnCount - 1}.");
        if (query["descending"].ToString() is not ("" or "true" or "false"))
            return Refused<RowQuery>("'descending' must be 'true' or 'false'.");
        var search = query["search"].ToString();
        if (search.Length > LongestText)
            return Refused<RowQuery>($"'search' must have at most {LongestText} characters.");
        if (Filters(query["filters"].ToString(), source) is not { } filters)
            return Refused<RowQuery>($"'filters' must be a list of at most {MostFilters}, each a column, a test and a value.");

        var read = new RowQuery(search, filters, sort < 0 ? null : (int)sort, query["descending"] == "true");
        return source.Check(read) is { } reason ? Refused<RowQuery>(reason) : (read, null);
    }

    /// <summary>The window of a view; or, when it is refused, why.</summary>
    internal static (RowWindow? Window, string? Refusal) ReadWindow(IQueryCollection query, RowSource source, RowView view)
    {
        if (Number(query, "from", 0) is not { } from || from > view.Count)
            return Refused<RowWindow>($"'from' must be between 0 and {view.Count}.");
        if (Number(query, "count", 200) is not { } count || count > RefrainOptions.MaxRows)
            return Refused<RowWindow>($"'count' must be between 0 and {RefrainOptions.MaxRows}.");
        if (ReadColumns(query, source) is not ({ } columns, _))
            return (null, ReadColumns(query, source).Refusal);
        return (new RowWindow((int)from, (int)Math.Min(count, view.Count - from), columns), null);
    }

    /// <summary>Which columns; or, when it is refused, why.</summary>
    internal static (IReadOnlyList<int>? Columns, string? Refusal) ReadColumns(IQueryCollection query, RowSource source) =>
        Columns(query["columns"].ToString(), source) is { } columns
            ? (columns, null)
            : Refused<IReadOnlyList<int>>($"'columns' must be different numbers between 0 and {source.ColumnCount - 1}, with commas between.");

    /// <summary>The ends of a stretch of an axis; or, when it is refused, why.</summary>
    internal static ((double From, double To)? Stretch, string? Refusal) ReadStretch(IQueryCollection query) =>
        Finite(query, "from") is { } from && Finite(query, "to") is { } to && from < to
            ? ((from, to), null)
            : (null, "RFN0622: 'from' and 'to' must be finite numbers, 'from' the smaller.");

    private static double? Finite(IQueryCollection query, string name) =>
        double.TryParse(query[name].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static (T?, string?) Refused<T>(string reason)
        where T : class => (null, $"RFN0622: {reason}");

    private static long? Number(IQueryCollection query, string name, long missing)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            return missing;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static List<int>? Columns(string text, RowSource source)
    {
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

    private static List<RowFilter>? Filters(string text, RowSource source)
    {
        if (text.Length == 0)
            return [];
        try
        {
            var sent = JsonSerializer.Deserialize<List<SentFilter?>>(text, JsonSerializerOptions.Web);
            if (sent is null || sent.Count > MostFilters)
                return null;
            var filters = new List<RowFilter>();
            foreach (var one in sent)
            {
                if (one?.Test is null || (uint)one.Column >= (uint)source.ColumnCount || one.Value?.Length > LongestText
                    || !Tests.TryGetValue(one.Test, out var test))
                    return null;
                filters.Add(new(one.Column, test, one.Value ?? ""));
            }

            return filters;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly Dictionary<string, RowTest> Tests =
        Enum.GetValues<RowTest>().ToDictionary(test => JsonNamingPolicy.CamelCase.ConvertName(test.ToString()), StringComparer.Ordinal);

    private sealed record SentFilter(int Column, string? Test, string? Value);
}
