using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>Edits as they travel, and the checks of what a browser says was edited in a table.</summary>
/// <remarks>A browser sends all edits there are each time. What it sends that it cannot have made is refused whole; a value that a cell may not have is left out,
/// and the browser told why.</remarks>
internal sealed class EditsWire(DataFrame frame, string source, IReadOnlyList<ColumnRule> rules, bool isDynamic)
{
    /// <summary>More cells or deleted rows than these nobody edits by hand.</summary>
    internal const int Most = 5_000;

    /// <summary>More rows than these nobody adds by hand.</summary>
    internal const int MostAdded = 1_000;

    private const int MostRefused = 20;

    internal static JsonObject? Encode(GridEdits edits)
    {
        if (edits.IsEmpty && edits.Refused.Count == 0)
            return null;
        var wire = new JsonObject
        {
            ["of"] = edits.Source,
            ["cells"] = new JsonArray([.. edits.Cells.Select(cell => (JsonNode)new JsonArray(cell.Row, cell.Column, CellInput.Text(cell.Value)))]),
            ["deleted"] = new JsonArray([.. edits.Deleted.Select(row => (JsonNode)row)]),
            ["added"] = new JsonArray([.. edits.Added.Select(row => (JsonNode)new JsonArray([.. row.Values.Select(value => (JsonNode?)CellInput.Text(value))]))]),
        };
        if (edits.Refused.Count > 0)
            wire["refused"] = new JsonArray([.. edits.Refused.Select(cell => (JsonNode)new JsonArray(cell.Row, cell.Column, cell.Message))]);
        return wire;
    }

    internal EditedData Decode(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null)
            return new(frame, GridEdits.None(source));
        if (sent.ValueKind != JsonValueKind.Object || Part(sent, "of").ValueKind != JsonValueKind.String)
            throw Refused.Kind(sent, "edits");
        if (Part(sent, "of").GetString() != source)
            throw Refused.Because("the edits were made in another table");
        var refused = new List<RefusedCell>();
        var cells = ReadCells(List(sent, "cells", Most), refused);
        var deleted = List(sent, "deleted", Most).Select(row => Index(row, frame.RowCount, "row")).ToList();
        var added = List(sent, "added", MostAdded).Select((row, at) => ReadAdded(row, frame.RowCount + at, refused)).ToList();
        if (!isDynamic && deleted.Count + added.Count > 0)
            throw Refused.Because("rows were added or deleted, which this table does not allow");
        if (deleted.Distinct().Count() != deleted.Count)
            throw Refused.Because("a row is deleted twice");
        return new(frame, new GridEdits(source, cells, [.. deleted.Order()], added) { Refused = [.. refused.Take(MostRefused)] });
    }

    /// <summary>Edits of other data are none of these; and of these no more than what the rules of now allow.</summary>
    internal EditedData Fit(EditedData edited)
    {
        var edits = edited.Edits;
        if (edits.IsEmpty)
            return edited;
        if (edits.Source != source)
            return new(frame, GridEdits.None(source));
        var cells = edits.Cells.Where(cell => Allows(cell.Column, cell.Value)).ToList();
        var added = isDynamic ? edits.Added.Select(Refitted).ToList() : [];
        var fitted = new GridEdits(source, cells, isDynamic ? edits.Deleted : [], added) { Refused = edits.Refused };
        return fitted.Equals(edits) ? edited : new(frame, fitted);
    }

    /// <summary>The edits for the script: of the data it has just given, and its own to change.</summary>
    internal EditedData HandOut(EditedData edited) => edited.Edits.Source == source ? edited.Fresh() : new(frame, GridEdits.None(source));

    private bool Allows(int column, object? value) => rules[column].Disabled != true && rules[column].Refusal(value) is null;

    private AddedRow Refitted(AddedRow row) => Added([.. row.Values.Select((value, column) => value is not null && rules[column].Refusal(value) is null ? value : null)]);

    private AddedRow Added(object?[] values) => new(values, rules.All(rule => rule.Required != true || values[rule.Index] is not null));

    private List<CellEdit> ReadCells(IReadOnlyList<JsonElement> sent, List<RefusedCell> refused)
    {
        var cells = new SortedDictionary<(int Row, int Column), object?>();
        foreach (var cell in sent)
        {
            if (cell.ValueKind != JsonValueKind.Array || cell.GetArrayLength() != 3)
                throw Refused.Kind(cell, "a cell");
            var (row, column) = (Index(cell[0], frame.RowCount, "row"), Index(cell[1], frame.Columns.Count, "column"));
            var rule = rules[column];
            if (rule.Disabled == true)
                throw Refused.Because($"the column {frame.Columns.Names[column]} cannot be edited");
            if (rule.Read(Text(cell[2]), out var value) is { } message)
                refused.Add(new(row, column, message));
            else if (!cells.TryAdd((row, column), value))
                throw Refused.Because("a cell is edited twice");
        }

        return [.. cells.Where(cell => !Equals(frame.ColumnAt(cell.Key.Column)[cell.Key.Row], cell.Value)).Select(cell => new CellEdit(cell.Key.Row, cell.Key.Column, cell.Value))];
    }

    private AddedRow ReadAdded(JsonElement sent, int row, List<RefusedCell> refused)
    {
        if (sent.ValueKind != JsonValueKind.Array || sent.GetArrayLength() != rules.Count)
            throw Refused.Kind(sent, $"a row of {rules.Count} values");
        var values = new object?[rules.Count];
        foreach (var rule in rules)
        {
            var typed = Text(sent[rule.Index]);
            if (rule.Disabled == true && typed != rule.Default)
                throw Refused.Because($"the column {frame.Columns.Names[rule.Index]} cannot be edited");
            // What is still missing is no mistake yet: the row waits for it.
            if (typed is not null && rule.Read(typed, out values[rule.Index]) is { } message)
            {
                values[rule.Index] = null;
                refused.Add(new(row, rule.Index, message));
            }
        }

        return Added(values);
    }

    private static string? Text(JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => sent.GetString(),
        _ => throw Refused.Kind(sent, "a text or null"),
    };

    private static JsonElement Part(JsonElement sent, string name) => sent.TryGetProperty(name, out var part) ? part : default;

    private static List<JsonElement> List(JsonElement sent, string name, int most)
    {
        var list = Part(sent, name);
        if (list.ValueKind == JsonValueKind.Undefined)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw Refused.Kind(list, "a list");
        return list.GetArrayLength() <= most ? [.. list.EnumerateArray()] : throw Refused.Because($"more than {most} {name}");
    }

    private static int Index(JsonElement sent, long end, string what) =>
        sent.ValueKind == JsonValueKind.Number && sent.TryGetInt32(out var index) && index >= 0 && index < end
            ? index
            : throw Refused.Kind(sent, $"a {what}");
}
