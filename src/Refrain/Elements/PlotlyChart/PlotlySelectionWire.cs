using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>A selection of Plotly's as it travels: numbers of traces and points. Their values are the server's own.</summary>
internal sealed class PlotlySelectionWire(PlotlyFigure figure)
{
    /// <summary>More points than these nobody selected by hand.</summary>
    internal const int Most = 10_000;

    internal static JsonObject? Encode(PlotlySelection selection) => selection.IsEmpty ? null : new JsonObject
    {
        ["of"] = selection.Of,
        ["points"] = new JsonArray([.. selection.Points.Select(point => (JsonNode)new JsonArray(point.Trace, point.Index))]),
    };

    /// <summary>A selection made in another figure is none in this.</summary>
    internal PlotlySelection Fit(PlotlySelection selection) => selection.IsEmpty || selection.Of == figure.Text.Hash ? selection : PlotlySelection.None;

    internal PlotlySelection Decode(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null)
            return PlotlySelection.None;
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty("of", out var made) || made.ValueKind != JsonValueKind.String
            || !sent.TryGetProperty("points", out var chosen) || chosen.ValueKind != JsonValueKind.Array)
            throw Refused.Kind(sent, "a selection");
        if (made.GetString() != figure.Text.Hash)
            throw Refused.Because("the selection was made in another chart");
        if (chosen.GetArrayLength() > Most)
            throw Refused.Because($"more than {Most} points are selected one by one");
        var points = chosen.EnumerateArray().Select(ReadPoint).ToArray();
        return points.Distinct().Count() == points.Length ? new(made.GetString(), points) : throw Refused.Because("something is selected twice");
    }

    private PlotlyPoint ReadPoint(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() == 2
        && Number(sent[0]) is { } trace && trace < figure.Traces && Number(sent[1]) is { } index && figure.PointAt(trace, index) is { } point
            ? point
            : throw Refused.Kind(sent, "a point");

    private static int? Number(JsonElement sent) => sent.ValueKind == JsonValueKind.Number && sent.TryGetInt32(out var number) && number >= 0 ? number : null;
}
