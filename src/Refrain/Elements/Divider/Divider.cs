using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A line across the page.</summary>
internal sealed record Divider : Element
{
    public override string Kind => "divider";
}
