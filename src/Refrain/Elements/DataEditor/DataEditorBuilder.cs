using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A table whose cells can be edited, and whose rows can be added and deleted where the script allows it.</summary>
    /// <remarks>Every edit is checked against the column's type and its rules in <paramref name="columns"/>; what does not fit is refused at its cell.
    /// Search, filters and order go by the data as they were given, so that no row runs away while it is edited.</remarks>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, a <c>DataTable</c>, a sequence of objects, a 2-D array, or a dictionary of columns by name.</param>
    /// <param name="rows">Whether rows can be added and deleted. Default: they cannot.</param>
    /// <param name="columns">How columns are shown and what their cells may be, by their names. Default: by their types.</param>
    /// <param name="height">Its height in pixels. Default: by the number of rows, up to ten.</param>
    /// <param name="label">What a screen reader calls it. Default: its number of rows and columns.</param>
    /// <param name="key">A name under which the edits are kept. Default: none; the widget is known by its label and columns.</param>
    /// <param name="disabled">Whether nothing can be edited. Default: no.</param>
    /// <param name="onChange">Runs before the script when something was edited. Default: nothing.</param>
    /// <param name="keep">How long the edits of a keyed editor are kept when a run does not draw it. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The data with the edits, and the edits; none once other data are given than they were made in.</returns>
    /// <exception cref="ElementException"><paramref name="data"/> is no table, or has no end; or <paramref name="columns"/> names none of its columns, or asks of one what its type cannot have.</exception>
    /// <example><code>
    /// var edited = Ui.DataEditor(
    ///     new[] { new { Fruit = "Apple", Count = 3 }, new { Fruit = "Pear", Count = 5 } }, rows: GridRows.Dynamic,
    ///     columns: new Dictionary&lt;string, GridColumn&gt; { ["Count"] = new() { Min = 0, Required = true } });
    /// Ui.Metric("Pieces", edited.Frame["Count"].Sum());
    /// </code></example>
    public EditedData DataEditor(
        object data, GridRows rows = GridRows.Fixed, IReadOnlyDictionary<string, GridColumn>? columns = null, int? height = null, string? label = null,
        string? key = null, bool disabled = false, Action? onChange = null, Keep keep = Keep.Page,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var grid = new DataEditorGrid(Tables.ToFrame("DataEditor", nameof(data), data), new(height, label, columns, disabled), rows);
        var wire = grid.Wire;
        var edited = DrawWidget(
            new Widget<EditedData>
            {
                Element = grid,
                Key = key,
                Identity = [label, (int)rows, .. grid.Columns],
                Default = new(grid.Frame, GridEdits.None(grid.Source)),
                Decode = wire.Decode,
                Encode = edits => EditsWire.Encode(wire.Fit(edits).Edits),
                Fit = wire.Fit,
                Disabled = disabled,
                OnChange = onChange,
                Keep = keep,
            },
            new(file, line));
        return wire.HandOut(edited);
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.DataEditor(object, GridRows, IReadOnlyDictionary{string, GridColumn}?, int?, string?, string?, bool, Action?, Keep, string, int)"/>
    public static EditedData DataEditor(
        object data, GridRows rows = GridRows.Fixed, IReadOnlyDictionary<string, GridColumn>? columns = null, int? height = null, string? label = null,
        string? key = null, bool disabled = false, Action? onChange = null, Keep keep = Keep.Page,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.DataEditor(data, rows, columns, height, label, key, disabled, onChange, keep, file, line);
}
