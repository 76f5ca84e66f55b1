using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Widgets;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>A figure of Plotly, in the page's colours where it has none of its own.</summary>
    /// <param name="figure">An object of <c>data</c>, <c>layout</c> and <c>config</c>, or the list of traces: JSON text, a <c>JsonNode</c>, or an object that is written as JSON. It fetches nothing from other places.</param>
    /// <param name="height">The height in pixels. Default: the layout's, else by the page.</param>
    /// <param name="alt">The chart in words, for who cannot see it. Default: the layout's title, else the types and names of its traces.</param>
    /// <param name="select">Whether the points that are clicked or selected by box or lasso are returned and run the script again: those of traces in which Plotly selects, such as scatter, bar and histogram, and not the slices of a pie. Default: no. With it, the chart is a widget.</param>
    /// <param name="key">A name under which the selection is kept. Default: none; the widget is known by its words and number of traces.</param>
    /// <param name="disabled">Whether the selection can be seen but not changed. Default: no.</param>
    /// <param name="onChange">Runs before the script when the selection was changed. Default: nothing.</param>
    /// <param name="keep">How long a keyed selection is kept when a run does not draw the chart. Default: while the page stays the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What is selected in this run; nothing once the chart is another figure.</returns>
    /// <exception cref="ElementException">The figure cannot be read, has a trace that is not known, or fetches from elsewhere.</exception>
    /// <example><code>
    /// Ui.PlotlyChart("""{ "data": [{ "type": "bar", "x": ["Oslo", "Bergen"], "y": [717710, 291940] }] }""");
    /// </code></example>
    public PlotlySelection PlotlyChart(
        object figure, int? height = null, string? alt = null, bool select = false, string? key = null, bool disabled = false,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (height < 1) throw ElementErrors.HeightNotPositive("PlotlyChart", height.Value);
        var read = PlotlyFigure.Of(figure);
        var chart = new PlotlyChart(read.Text)
        {
            Height = height,
            Description = alt ?? read.Description,
            Select = select ? true : null,
            Disabled = disabled ? true : null,
        };
        if (!select)
        {
            Draw(chart, new(file, line));
            return PlotlySelection.None;
        }

        var wire = new PlotlySelectionWire(read);
        return DrawWidget(
            new Widget<PlotlySelection>
            {
                Element = chart,
                Key = key,
                Identity = [alt, read.Traces],
                Default = PlotlySelection.None,
                Decode = wire.Decode,
                Encode = selection => PlotlySelectionWire.Encode(wire.Fit(selection)),
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
    /// <inheritdoc cref="Container.PlotlyChart"/>
    public static PlotlySelection PlotlyChart(
        object figure, int? height = null, string? alt = null, bool select = false, string? key = null, bool disabled = false,
        Action? onChange = null, Keep keep = Keep.Page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.PlotlyChart(figure, height, alt, select, key, disabled, onChange, keep, file, line);
}
