using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Small print under something else.</summary>
internal sealed record Caption(string Html) : Element
{
    internal override string Kind => "caption";
}
