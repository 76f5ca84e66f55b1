using System.Text.Json.Serialization;

namespace Refrain.Pages;

/// <summary>What an element looks like: the <c>props</c> of a node on the wire, as camel-case JSON of its public properties.</summary>
internal abstract record Element
{
    /// <summary>The node's <c>kind</c> on the wire.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>What the element shows but does not carry itself; registered in each session that draws it.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<RowSource> Sources => [];
}
