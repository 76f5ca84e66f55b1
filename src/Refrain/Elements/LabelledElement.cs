using System.Text.Json.Serialization;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A widget with a label beside or above it.</summary>
internal abstract record LabelledElement : Element
{
    protected LabelledElement(string label, WidgetOptions options)
    {
        Label = label;
        Help = options.Help;
        Disabled = options.Disabled;
        LabelVisibility = options.LabelVisibility;
    }

    [JsonPropertyOrder(-4)]
    public string Label { get; }

    [JsonPropertyOrder(-3)]
    public string? Help { get; }

    [JsonPropertyOrder(-2)]
    public bool Disabled { get; }

    [JsonPropertyOrder(-1)]
    public LabelVisibility LabelVisibility { get; }
}
