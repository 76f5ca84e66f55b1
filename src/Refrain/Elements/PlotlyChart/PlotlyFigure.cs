using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>A figure of Plotly, with what the server needs to know of it.</summary>
internal sealed class PlotlyFigure
{
    private const string Element = "PlotlyChart";

    private static readonly string[] Known =
    [
        "bar", "barpolar", "box", "candlestick", "carpet", "cone", "contour", "contourcarpet", "funnel", "funnelarea", "heatmap", "histogram", "histogram2d",
        "histogram2dcontour", "icicle", "image", "indicator", "isosurface", "mesh3d", "ohlc", "parcats", "parcoords", "pie", "sankey", "scatter", "scatter3d",
        "scattercarpet", "scattergl", "scatterpolar", "scatterpolargl", "scattersmith", "scatterternary", "splom", "streamtube", "sunburst", "surface", "table",
        "treemap", "violin", "volume", "waterfall",
    ];

    /// <summary>Traces whose maps Plotly would fetch.</summary>
    private static readonly string[] Mapped =
        ["choropleth", "choroplethmap", "choroplethmapbox", "densitymap", "densitymapbox", "scattergeo", "scattermap", "scattermapbox"];

    /// <summary>Where a trace has one entry for each of its points.</summary>
    private static readonly string[] Lists = ["x", "y", "values", "labels", "r", "theta", "a"];

    private readonly JsonObject[] _traces;

    private PlotlyFigure(SpecText text, JsonObject[] traces) => (Text, _traces) = (text, traces);

    public SpecText Text { get; }

    public int Traces => _traces.Length;

    public string Description
    {
        get
        {
            if (TitleOf(Text.Root["layout"]?["title"]) is { } title) return title;
            var names = string.Join(", ", _traces.Select(trace => TextOf(trace["name"])).OfType<string>().Distinct());
            var types = string.Join(", ", _traces.Select(TypeOf).Distinct());
            var what = types.Length == 0 ? "Empty chart" : $"{char.ToUpperInvariant(types[0])}{types[1..]} chart";
            return names.Length == 0 ? what : $"{what} of {names}";
        }
    }

    /// <exception cref="ElementException">It is no figure, or one that a page does not draw.</exception>
    public static PlotlyFigure Of(object figure)
    {
        var text = SpecText.Of(Element, "figure", figure, listName: "data");
        if (text.Root["data"] is not JsonArray data || !data.All(trace => trace is JsonObject)) throw ElementErrors.NoTraces();
        var traces = data.Select(trace => trace!.AsObject()).ToArray();
        for (var index = 0; index < traces.Length; index++)
        {
            var type = TypeOf(traces[index]);
            if (Mapped.Contains(type))
                throw ElementErrors.FetchesElsewhere(Element, "figure", $"data[{index}]", $"the map of {type}", "Draw the points as \"scatter\", or give the shapes as data.");
            if (!Known.Contains(type)) throw ElementErrors.UnknownMark(Element, "figure", "type", type, Known);
            CheckAddress(traces[index]["source"], $"data[{index}].source");
        }

        if (text.Root["layout"]?["images"] is JsonArray images)
        {
            for (var index = 0; index < images.Count; index++) CheckAddress(images[index]?["source"], $"layout.images[{index}].source");
        }

        return new PlotlyFigure(text, traces);
    }

    /// <summary>The point of a trace; <see langword="null"/> when it has none of this number.</summary>
    public PlotlyPoint? PointAt(int trace, int index)
    {
        var one = _traces[trace];
        var lists = Lists.Select(name => one[name]).OfType<JsonArray>().ToArray();
        var length = lists.Select(list => list.Count).DefaultIfEmpty(int.MaxValue).Max();
        return index < length ? new PlotlyPoint(trace, index, At(one["x"] ?? one["labels"], index), At(one["y"] ?? one["values"], index)) : null;
    }

    private static void CheckAddress(JsonNode? node, string path)
    {
        if (TextOf(node) is { } address && !address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            throw ElementErrors.FetchesElsewhere(Element, "figure", path, address, "Give the image itself, as a data: address.");
    }

    private static object? At(JsonNode? list, int index) =>
        list is JsonArray values && index < values.Count && values[index] is JsonValue value
            ? value.GetValueKind() switch
            {
                JsonValueKind.Number => Number(value),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => value.ToString(),
            }
            : null;

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string TypeOf(JsonObject trace) => TextOf(trace["type"]) ?? "scatter";

    private static string? TitleOf(JsonNode? title) => TextOf(title) ?? (title is JsonObject parts ? TextOf(parts["text"]) : null);

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
