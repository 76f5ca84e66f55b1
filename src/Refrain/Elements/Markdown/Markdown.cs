using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A passage of text, made from Markdown.</summary>
internal sealed record Markdown(string Html) : Element
{
    internal override string Kind => "markdown";
}
