using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Lists, dictionaries and values as a tree.</summary>
internal sealed record Json : Element
{
    public Json(JsonNode? tree) => Tree = tree;

    internal override string Kind => "json";

    /// <summary>What is shown; JSON's <c>null</c> is a value too.</summary>
    [JsonPropertyName("json")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? Tree { get; }
}
