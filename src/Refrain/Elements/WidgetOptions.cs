using Refrain.Widgets;

namespace Refrain.Elements;

/// <summary>What every widget takes besides what is its own.</summary>
internal readonly record struct WidgetOptions(
    string? Key, string? Help, bool Disabled, LabelVisibility LabelVisibility, Action? OnChange, Keep Keep)
{
    /// <summary>The widget with these options.</summary>
    public Widget<T> On<T>(Widget<T> widget) =>
        widget with { Key = Key, Disabled = Disabled, OnChange = OnChange, Keep = Keep };
}
