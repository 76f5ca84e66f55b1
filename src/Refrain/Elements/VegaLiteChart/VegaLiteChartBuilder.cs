using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A chart in Vega-Lite: everything that language can draw, in the page's colours where the specification has none of its own.</summary>
    /// <param name="spec">The specification: JSON text, a <c>JsonNode</c>, or an object that is written as JSON. It fetches nothing from other places.</param>
    /// <param name="data">What it draws, when that is not in the specification: whatever <see cref="DataFrame"/> takes, up to 50,000 rows. Default: none.</param>
    /// <param name="height">The height in pixels. Default: the specification's, else by the page.</param>
    /// <param name="alt">The chart in words, for who cannot see it. Default: the specification's description or title, else its mark and fields.</param>
    /// <param name="select">Whether the selections among its <c>params</c> are returned and run the script again. Default: no. With it, the chart is a widget.</param>
    /// <param name="key">A name under which the selection is kept. Default: none; the widget is known by its words and selections.</param>
    /// <param name="disabled">Whether the selection can be seen but not changed. Default: no.</param>
    /// <param name="onChange">Runs before the script when the selection was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed selection is kept when a run does not draw the chart. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What is selected in this run; nothing once the chart has another specification or other data.</returns>
    /// <exception cref="ElementException">The specification cannot be read or fetches from elsewhere, a column is not there, or the data are more than a browser draws.</exception>
    /// <example><code>
    /// Ui.VegaLiteChart(
    ///     """{ "mark": "bar", "encoding": { "x": { "field": "City" }, "y": { "field": "People", "type": "quantitative" } } }""",
    ///     new[] { new { City = "Oslo", People = 717_710 }, new { City = "Bergen", People = 291_940 } });
    /// </code></example>
    public VegaSelection VegaLiteChart(
        object spec, object? data = null, int? height = null, string? alt = null, bool select = false, string? key = null, bool disabled = false,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (height < 1) throw ElementErrors.HeightNotPositive("VegaLiteChart", height.Value);
        var frame = data is null ? null : Tables.ToFrame("VegaLiteChart", nameof(data), data);
        var read = VegaSpec.Of(spec, frame);
        if (select && read.Selections.Count == 0) throw ElementErrors.NoSelections();
        var chart = new VegaLiteChart(read, frame)
        {
            Height = height,
            Description = alt ?? read.Description,
            Select = select ? read.Selections : null,
            Disabled = disabled ? true : null,
        };
        var none = VegaSelection.None(read.Selections.Keys);
        if (!select)
        {
            Draw(chart, new(file, line));
            return none;
        }

        var wire = new VegaSelectionWire(chart.Of, read.Selections, frame);
        return DrawWidget(
            new Widget<VegaSelection>
            {
                Element = chart,
                Key = key,
                Identity = [alt, .. read.Selections.Keys.Order(StringComparer.Ordinal)],
                Default = none,
                Decode = wire.Decode,
                Encode = selection => wire.Fit(selection).ToWire(),
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
    /// <inheritdoc cref="Container.VegaLiteChart"/>
    public static VegaSelection VegaLiteChart(
        object spec, object? data = null, int? height = null, string? alt = null, bool select = false, string? key = null, bool disabled = false,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.VegaLiteChart(spec, data, height, alt, select, key, disabled, onChange, keep, file, line);
}
