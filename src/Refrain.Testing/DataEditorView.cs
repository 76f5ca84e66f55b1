using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Elements;

namespace Refrain;

/// <summary>A data editor of a page under test.</summary>
/// <example><code>
/// await app.DataEditor("Stock").EditAsync(0, "Count", 7);
/// </code></example>
public sealed class DataEditorView
{
    private readonly WidgetView _widget;

    internal DataEditorView(WidgetView widget) => _widget = widget;

    /// <summary>What it says of the edits that it did not take, in words for who made them.</summary>
    public IReadOnlyList<string> Refused =>
        [.. Edits()["refused"]?.AsArray().Select(cell => cell![2]!.GetValue<string>()) ?? []];

    /// <summary>Edits one cell as a user would, and waits until nothing runs any more.</summary>
    /// <param name="row">The row in the data, counted from 0; added rows are counted on.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="value">What is entered: a text, or a value that is written as the table has it; <see langword="null"/> clears the cell.</param>
    /// <exception cref="ArgumentException">The table has no such row or column.</exception>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task EditAsync(int row, string column, object? value)
    {
        var edits = Edits();
        var index = IndexOf(column);
        var added = edits["added"]!.AsArray();
        var rows = _widget.Props.GetProperty("rows").GetInt32();
        if (row < 0 || row >= rows + added.Count)
            throw new ArgumentException($"There is no row {row}. There are {rows + added.Count} rows.", nameof(row));
        var text = CellInput.Text(value);
        if (row >= rows)
        {
            added[row - rows]![index] = text;
            return SetAsync(edits);
        }

        var cells = edits["cells"]!.AsArray();
        foreach (var known in cells.Where(cell => cell![0]!.GetValue<int>() == row && cell[1]!.GetValue<int>() == index).ToList())
            cells.Remove(known);
        cells.Add((JsonNode)new JsonArray(row, index, text));
        return SetAsync(edits);
    }

    /// <summary>Adds a row at the end as a user would, and waits until nothing runs any more.</summary>
    /// <param name="values">What is entered into its columns; the others have their defaults.</param>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task AddRowAsync(params (string Column, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = new JsonArray([.. Columns().Select(_ => (JsonNode?)null)]);
        foreach (var rule in _widget.Props.TryGetProperty("rules", out var rules) ? rules.EnumerateArray() : default)
        {
            if (rule.TryGetProperty("default", out var first))
                row[rule.GetProperty("index").GetInt32()] = first.GetString();
        }

        foreach (var (column, value) in values)
            row[IndexOf(column)] = CellInput.Text(value);
        var edits = Edits();
        edits["added"]!.AsArray().Add((JsonNode)row);
        return SetAsync(edits);
    }

    /// <summary>Deletes a row of the data as a user would, and waits until nothing runs any more.</summary>
    /// <param name="row">The row in the data, counted from 0.</param>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task DeleteRowAsync(int row)
    {
        var edits = Edits();
        edits["deleted"]!.AsArray().Add(row);
        return SetAsync(edits);
    }

    private Task SetAsync(JsonObject edits)
    {
        edits.Remove("refused");
        return _widget.SetAsync(edits);
    }

    private JsonObject Edits() => _widget.Value is { ValueKind: JsonValueKind.Object } value
        ? JsonNode.Parse(value.GetRawText())!.AsObject()
        : new JsonObject
        {
            ["of"] = _widget.Props.GetProperty("source").GetString(),
            ["cells"] = new JsonArray(),
            ["deleted"] = new JsonArray(),
            ["added"] = new JsonArray(),
        };

    private List<string> Columns() => [.. _widget.Props.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!)];

    private int IndexOf(string column) => Columns().IndexOf(column) is >= 0 and var index
        ? index
        : throw new ArgumentException($"There is no column \"{column}\". There are: {string.Join(", ", Columns())}.", nameof(column));
}
