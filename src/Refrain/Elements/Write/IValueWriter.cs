using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>One way to show a value.</summary>
internal interface IValueWriter
{
    /// <summary>The element that shows a value, or <see langword="null"/> if another writer should.</summary>
    Element? TryWrite(object? value);
}
