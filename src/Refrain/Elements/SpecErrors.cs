using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>What charts in another library's JSON refuse.</summary>
internal static partial class ElementErrors
{
    public static ElementException SpecNotJson(string element, string parameter, JsonException inner) => new(
        "RFN0360", $"{element}: {parameter} is not JSON: {inner.Message} Give JSON text, a JsonNode, or an object.", inner)
    { Parameter = parameter };

    public static ElementException SpecNoObject(string element, string parameter, JsonNode? got) => new(
        "RFN0361", $"{element}: {parameter} is {(got is null ? "null" : got is JsonArray ? "a list" : got.ToJsonString())} and not an object. Give the whole of it: {{ … }}.")
    { Parameter = parameter };

    public static ElementException SpecUnwritable(string element, string parameter, Type type, Exception inner) => new(
        "RFN0362",
        $"{element}: {parameter} is a {Display.TypeName(type)}, which cannot be written as JSON: {inner.Message} Give JSON text, a JsonNode, or an object of plain values and lists.", inner)
    { Parameter = parameter };

    public static ElementException SpecTooLong(string element, string parameter, int bytes) => new(
        "RFN0363",
        $"{element}: {parameter} is {Display.Count(bytes / 1_000_000)} MB of JSON, and a browser is given at most {SpecText.MostBytes / 1_000_000} MB. "
        + "Give it fewer points: group, filter or thin out the data first.")
    { Parameter = parameter };

    public static ElementException SpecUndrawn(bool isVega) => new(
        "RFN0364",
        "VegaLiteChart: spec " + (isVega ? "is written in Vega and not in Vega-Lite" : "does not say what to draw")
        + ". It needs \"mark\", or one of \"layer\", \"concat\", \"hconcat\", \"vconcat\", \"facet\" and \"repeat\".")
    { Parameter = "spec" };

    public static ElementException UnknownMark(string element, string parameter, string what, string name, IReadOnlyList<string> known) => new(
        "RFN0365",
        $"{element}: {parameter} draws with the {what} \"{name}\", which is not known. "
        + (Nearest.To(name, known) is { } near ? $"Did you mean \"{near}\"?" : $"Known are: {string.Join(", ", known)}."))
    { Parameter = parameter };

    public static ElementException FetchesElsewhere(string element, string parameter, string path, string address, string instead) => new(
        "RFN0366", $"{element}: {parameter} fetches \"{Shortened(address)}\" at {path}. A page fetches nothing from other places. {instead}")
    { Parameter = parameter };

    public static ElementException TooMuchToDraw(int rows, int columns) => new(
        "RFN0367",
        $"VegaLiteChart: data has {Quantity.Of(rows, "row")} of {Quantity.Of(columns, "column")}, and a browser draws at most "
        + $"{Display.Count(VegaLiteChart.MostRows)} rows and {Display.Count(VegaLiteChart.MostCells)} values. "
        + "Reduce it first with .GroupBy(…), .Where(…), .Take(…) or .Select(…); LineChart and ScatterChart draw any number of rows.")
    { Parameter = "data" };

    public static ElementException NoSelections() => new(
        "RFN0368",
        "VegaLiteChart: select is true and spec has no selection to return. Add one, for example \"params\": [{ \"name\": \"pick\", \"select\": \"point\" }].")
    { Parameter = "select" };

    public static ElementException NoTraces() => new(
        "RFN0369", "PlotlyChart: figure has no \"data\". Give its traces: { \"data\": [{ \"type\": \"bar\", \"y\": [1, 2] }], \"layout\": { … } }.")
    { Parameter = "figure" };

    private static string Shortened(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
}
