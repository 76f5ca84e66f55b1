using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A line across the page.</summary>
internal sealed record Divider : Element
{
    internal override string Kind => "divider";
}
