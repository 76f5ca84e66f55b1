using System.Globalization;
using System.Text.Json;

namespace Refrain.Elements;

/// <summary>The checks of what a browser says is selected in a chart of Vega-Lite.</summary>
internal sealed class VegaSelectionWire(string of, IReadOnlyDictionary<string, string> selections, DataFrame? data)
{
    /// <summary>More points than these nobody selected by hand.</summary>
    internal const int Most = 10_000;

    private const int MostFields = 100;
    private const int LongestText = 1_000;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff";

    /// <summary>A selection made in another chart is none in this.</summary>
    internal VegaSelection Fit(VegaSelection selection) => selection.IsEmpty || selection.Of == of ? selection : VegaSelection.None(selections.Keys);

    internal VegaSelection Decode(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null)
            return VegaSelection.None(selections.Keys);
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty("of", out var made) || !sent.TryGetProperty("params", out var chosen) || chosen.ValueKind != JsonValueKind.Object)
            throw Refused.Kind(sent, "a selection");
        if (made.ValueKind != JsonValueKind.String || made.GetString() != of)
            throw Refused.Because("the selection was made in another chart");
        var points = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>();
        var ranges = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<object?>>>();
        foreach (var one in chosen.EnumerateObject())
        {
            if (!selections.TryGetValue(one.Name, out var kind))
                throw Refused.Because("the chart has no such selection");
            if (kind == "interval")
                ranges[one.Name] = Members(one.Value, "intervals").ToDictionary(field => field.Name, ReadInterval);
            else
                points[one.Name] = [.. List(one.Value).Select(ReadPoint)];
        }

        return new VegaSelection(of, selections.Keys, points, ranges, sent.GetRawText());
    }

    private Dictionary<string, object?> ReadPoint(JsonElement sent) =>
        Members(sent, "a point").ToDictionary(field => field.Name, field => Value(field.Name, field.Value));

    private IReadOnlyList<object?> ReadInterval(JsonProperty field)
    {
        var values = List(field.Value).Select(value => Value(field.Name, value)).ToArray();
        return values is [double from, double to] && from > to || values is [DateTime first, DateTime last] && first > last
            ? throw Refused.Because("an interval ends before it begins")
            : values;
    }

    /// <summary>A time is told by the clock on the wall, as the script's data have it.</summary>
    private object? Value(string field, JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when IsTime(field) => DateTime.TryParseExact(sent.GetString(), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Refused.Kind(sent, "a time"),
        JsonValueKind.String when sent.GetString() is { Length: <= LongestText } text => text,
        JsonValueKind.Number when sent.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refused.Kind(sent, "a value"),
    };

    private bool IsTime(string field) =>
        data is not null && data.Columns.Contains(field) && (data[field].Type == typeof(DateTime) || data[field].Type == typeof(DateOnly));

    private static List<JsonProperty> Members(JsonElement sent, string what)
    {
        if (sent.ValueKind != JsonValueKind.Object)
            throw Refused.Kind(sent, what);
        var members = sent.EnumerateObject().Take(MostFields + 1).ToList();
        if (members.Count > MostFields || members.Exists(member => member.Name.Length > LongestText))
            throw Refused.Because($"a selection has more than {MostFields} fields, or one with a name that is too long");
        return members.DistinctBy(member => member.Name).Count() == members.Count ? members : throw Refused.Because("something is selected twice");
    }

    private static JsonElement.ArrayEnumerator List(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Array)
            throw Refused.Kind(sent, "a list");
        return sent.GetArrayLength() <= Most ? sent.EnumerateArray() : throw Refused.Because($"more than {Most} points are selected one by one");
    }
}
