using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Widgets;

namespace Refrain.Elements;

/// <summary>A selection as it travels, and the checks of what a browser says is selected in a table.</summary>
/// <remarks>It names the table it was made in: rows that were chosen in other data say nothing about these.</remarks>
internal sealed class SelectionWire(DataFrame frame, string source, GridSelect select)
{
    /// <summary>More ranges of rows or more cells than these are no selection that somebody made by hand.</summary>
    internal const int Most = 10_000;

    internal static JsonObject? Encode(GridSelection selection, DataFrame frame) => selection.IsEmpty ? null : new JsonObject
    {
        ["of"] = selection.Source,
        ["rows"] = new JsonArray([.. selection.Ranges.Ranges.Select(range => (JsonNode)new JsonArray(range.From, range.To))]),
        ["columns"] = new JsonArray([.. selection.Columns.Select(name => (JsonNode)frame.Names.Find(name))]),
        ["cells"] = new JsonArray([.. selection.Cells.Select(cell => (JsonNode)new JsonArray(cell.Row, frame.Names.Find(cell.Column)))]),
    };

    /// <summary>A selection made in other data is none in these.</summary>
    internal GridSelection Fit(GridSelection selection) => selection.IsEmpty || selection.Source == source ? selection : GridSelection.None;

    internal GridSelection Decode(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null)
            return GridSelection.None;
        if (sent.ValueKind != JsonValueKind.Object || Part(sent, "of").ValueKind != JsonValueKind.String)
            throw Refused.Kind(sent, "a selection");
        if (Part(sent, "of").GetString() != source)
            throw Refused.Because("the selection was made in another table");
        var rows = ReadRows(List(sent, "rows"));
        var columns = List(sent, "columns").Select(column => Index(column, frame.Columns.Count, "column")).ToList();
        var cells = List(sent, "cells").Select(ReadCell).ToList();
        Allow("rows", rows.Count, GridSelect.Row, GridSelect.Rows);
        Allow("columns", columns.Count, GridSelect.Column, GridSelect.Columns);
        Allow("cells", cells.Count, GridSelect.Cell, GridSelect.Cells);
        if (columns.Distinct().Count() != columns.Count || cells.Distinct().Count() != cells.Count)
            throw Refused.Because("something is selected twice");
        return new(source, rows, [.. columns.Order().Select(column => frame.Columns.Names[column])], cells);
    }

    private void Allow(string what, int count, GridSelect one, GridSelect many)
    {
        if (count > 0 && !select.HasFlag(many) && (count > 1 || !select.HasFlag(one)))
            throw Refused.Because($"{count} {what} are selected, which this table does not allow");
    }

    private RowRanges ReadRows(IReadOnlyList<JsonElement> sent)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var range in sent)
        {
            var (from, to) = Pair(range);
            var (first, end) = (Index(from, frame.RowCount, "row"), Index(to, frame.RowCount + 1L, "row"));
            if (end <= first || (ranges.Count > 0 && first < ranges[^1].To))
                throw Refused.Because("the ranges of rows are not in order");
            ranges.Add((first, end));
        }

        return new(ranges);
    }

    private GridCell ReadCell(JsonElement sent)
    {
        var (row, column) = Pair(sent);
        return new(Index(row, frame.RowCount, "row"), frame.Columns.Names[Index(column, frame.Columns.Count, "column")]);
    }

    private static JsonElement Part(JsonElement sent, string name) => sent.TryGetProperty(name, out var part) ? part : default;

    private static List<JsonElement> List(JsonElement sent, string name)
    {
        var list = Part(sent, name);
        if (list.ValueKind == JsonValueKind.Undefined)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw Refused.Kind(list, "a list");
        return list.GetArrayLength() <= Most ? [.. list.EnumerateArray()] : throw Refused.Because($"more than {Most} {name} are selected one by one");
    }

    private static (JsonElement, JsonElement) Pair(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() == 2 ? (sent[0], sent[1]) : throw Refused.Kind(sent, "a pair");

    private static int Index(JsonElement sent, long end, string what) =>
        sent.ValueKind == JsonValueKind.Number && sent.TryGetInt32(out var index) && index >= 0 && index < end
            ? index
            : throw Refused.Kind(sent, $"a {what}");
}
