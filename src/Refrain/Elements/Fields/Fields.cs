using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>An object as the names and values of its members.</summary>
internal sealed record Fields : Element
{
    private const int Most = 100;
    private const int LongestValue = 200;

    internal override string Kind => "fields";

    public required string Title { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("fields")]
    public required IReadOnlyList<Field> Items { get; init; }

    public static Fields Of(object value)
    {
        var items = Members.Of(value).Take(Most + 1).Select(member => new Field(member.Name, Brief(member.Value))).ToList();
        if (items.Count > Most) items[Most] = new Field("…", "more");
        return new Fields { Title = Display.TypeName(value.GetType()), Items = items };
    }

    private static string Brief(object? value)
    {
        var text = value switch
        {
            null => "null",
            DataFrame frame => $"{Display.Count(frame.RowCount)} rows, {frame.Columns.Count} columns",
            _ when Display.IsScalar(value) => Display.Text(value),
            _ => JsonTree.Of(value)?.ToJsonString(JsonTree.Readable) ?? "null",
        };
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "…");
    }
}

/// <summary>One member of an object.</summary>
internal sealed record Field(string Name, string Value);
