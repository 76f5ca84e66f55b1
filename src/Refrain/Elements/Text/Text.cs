using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Text as it is written, in letters of equal width.</summary>
internal sealed record Text([property: System.Text.Json.Serialization.JsonPropertyName("text")] string Content) : Element
{
    internal override string Kind => "text";
}
