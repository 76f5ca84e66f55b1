using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A table that can be scrolled, searched, filtered, sorted and saved as CSV. The server does it and the browser reads only the rows it shows, so it may be of any length.</summary>
    /// <param name="data">A <see cref="Refrain.DataFrame"/>, a <c>DataTable</c>, a sequence of objects, a 2-D array, or a dictionary of columns by name.</param>
    /// <param name="height">Its height in pixels. Default: by the number of rows, up to ten.</param>
    /// <param name="label">What a screen reader calls it. Default: its number of rows and columns.</param>
    /// <param name="columns">How columns are shown, by their names. Default: by their types.</param>
    /// <param name="select">What can be selected. Default: nothing. With more, the table is a widget.</param>
    /// <param name="key">A name under which the selection is kept. Default: none; the widget is known by its label and columns.</param>
    /// <param name="disabled">Whether the selection can be seen but not changed. Default: no.</param>
    /// <param name="onChange">Runs before the script when the selection was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed selection is kept when a run does not draw the table. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What is selected in this run; nothing once the table shows other data than it was selected in.</returns>
    /// <exception cref="ElementException"><paramref name="data"/> is no table, or has no end; or <paramref name="columns"/> names none of its columns.</exception>
    /// <example><code>
    /// Ui.DataFrame(new[] { new { City = "Oslo", People = 717_710 }, new { City = "Bergen", People = 291_940 } });
    /// </code></example>
    public GridSelection DataFrame(
        object data, int? height = null, string? label = null, IReadOnlyDictionary<string, GridColumn>? columns = null,
        GridSelect select = GridSelect.None, string? key = null, bool disabled = false, Action? onChange = null, Keep keep = Keep.Page,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var grid = DataFrameGrid.Of(Tables.ToFrame("DataFrame", nameof(data), data), height, label, columns, select, disabled);
        if (select == GridSelect.None)
        {
            Draw(grid, new(file, line));
            return GridSelection.None;
        }

        var wire = new SelectionWire(grid.Frame, grid.Source, select);
        return DrawWidget(
            new Widget<GridSelection>
            {
                Element = grid,
                Key = key,
                Identity = [label, (int)select, .. grid.Columns],
                Default = GridSelection.None,
                Decode = wire.Decode,
                Encode = selection => SelectionWire.Encode(wire.Fit(selection), grid.Frame),
                Fit = wire.Fit,
                Disabled = disabled,
                OnChange = onChange,
                Keep = keep,
            },
            new(file, line));
    }
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.DataFrame(object, int?, string?, IReadOnlyDictionary{string, GridColumn}?, GridSelect, string?, bool, Action?, Keep, string, int)"/>
    public static GridSelection DataFrame(
        object data, int? height = null, string? label = null, IReadOnlyDictionary<string, GridColumn>? columns = null,
        GridSelect select = GridSelect.None, string? key = null, bool disabled = false, Action? onChange = null, Keep keep = Keep.Page,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.DataFrame(data, height, label, columns, select, key, disabled, onChange, keep, file, line);
}
