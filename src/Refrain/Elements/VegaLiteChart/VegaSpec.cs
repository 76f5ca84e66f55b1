using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>What the server needs to know of a Vega-Lite specification. The browser compiles it; what can be said sooner is said here.</summary>
internal sealed class VegaSpec
{
    private const string Element = "VegaLiteChart";

    private static readonly string[] Views = ["mark", "layer", "concat", "hconcat", "vconcat", "facet", "repeat"];

    private static readonly string[] Marks =
        ["arc", "area", "bar", "boxplot", "circle", "errorband", "errorbar", "geoshape", "image", "line", "point", "rect", "rule", "square", "text", "tick", "trail"];

    /// <summary>Data and looks, in which the words of the language mean nothing.</summary>
    private static readonly HashSet<string> Opaque = ["values", "datasets", "config", "usermeta"];

    private readonly List<string> _fields = [];
    private readonly Dictionary<string, string> _selections = [];
    private string? _mark;
    private bool _derives;

    private VegaSpec(SpecText text) => Text = text;

    public SpecText Text { get; }

    /// <summary>The kinds, <c>point</c> or <c>interval</c>, of its selections by their names.</summary>
    public IReadOnlyDictionary<string, string> Selections => _selections;

    /// <summary>The name under which the specification asks for the script's data.</summary>
    public string DataName => Text.Root["data"] is JsonObject data && data["name"] is JsonValue name ? name.ToString() : "data";

    public string Description => TextOf(Text.Root["description"]) ?? TextOf(Text.Root["title"]) ?? Fallback();

    /// <exception cref="ElementException">It is no specification, or it cannot be drawn with these data.</exception>
    public static VegaSpec Of(object spec, DataFrame? data)
    {
        var read = new VegaSpec(SpecText.Of(Element, "spec", spec));
        var root = read.Text.Root;
        if (!Views.Any(root.ContainsKey))
            throw ElementErrors.SpecUndrawn(root.ContainsKey("marks") || TextOf(root["$schema"])?.Contains("/schema/vega/", StringComparison.Ordinal) == true);
        read.Walk(root, "spec");
        if (data is not null && !read._derives && !root.ContainsKey("datasets"))
            read.CheckFields(data);
        return read;
    }

    private void Walk(JsonNode? node, string path)
    {
        if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++) Walk(list[index], $"{path}[{index}]");
            return;
        }

        if (node is not JsonObject part) return;
        foreach (var (name, value) in part)
        {
            if (Opaque.Contains(name)) continue;
            var place = $"{path}.{name}";
            Note(name, value, place);
            Walk(value, place);
        }
    }

    private void Note(string name, JsonNode? value, string path)
    {
        switch (name)
        {
            case "data" when value is JsonObject data:
                if (TextOf(data["url"]) is { } address)
                    throw ElementErrors.FetchesElsewhere(Element, "spec", $"{path}.url", address, "Read it in the script, for example with DataFrame.ReadCsv, and give it as data.");
                _derives |= path != "spec.data" || data.Count != 1 || !data.ContainsKey("name");
                break;
            case "transform":
                _derives = true;
                break;
            case "mark" when (TextOf(value) ?? TextOf((value as JsonObject)?["type"])) is { } mark:
                if (!Marks.Contains(mark)) throw ElementErrors.UnknownMark(Element, "spec", "mark", mark, Marks);
                _mark ??= mark;
                break;
            case "field" when TextOf(value) is { } field:
                _fields.Add(field);
                break;
            case "params" when value is JsonArray parameters:
                foreach (var parameter in parameters.OfType<JsonObject>())
                {
                    if (TextOf(parameter["name"]) is { } selection && (TextOf(parameter["select"]) ?? TextOf((parameter["select"] as JsonObject)?["type"])) is { } kind)
                        _selections[selection] = kind;
                }

                break;
        }
    }

    /// <summary>Fields that are made by the specification itself, or are written as a path, are left to the browser.</summary>
    private void CheckFields(DataFrame data)
    {
        foreach (var field in _fields.Where(field => field.IndexOfAny(['.', '[', '\\']) < 0 && !data.Columns.Contains(field)))
            throw ElementErrors.NoColumn(Element, "spec", field, data.Columns.Names);
    }

    private string Fallback()
    {
        var fields = string.Join(", ", _fields.Distinct());
        var what = _mark is null ? "Chart" : $"{char.ToUpperInvariant(_mark[0])}{_mark[1..]} chart";
        return fields.Length == 0 ? what : $"{what} of {fields}";
    }

    private static string? TextOf(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonObject title => TextOf(title["text"]),
        _ => null,
    };
}
