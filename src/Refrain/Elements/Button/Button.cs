using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Something to press.</summary>
internal sealed record Button : Element
{
    internal override string Kind => "button";

    public required string Label { get; init; }

    public string? Help { get; init; }

    public bool Disabled { get; init; }

    public ButtonStyle Style { get; init; }
}
