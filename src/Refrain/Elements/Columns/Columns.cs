using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Columns side by side; its children are <see cref="PageColumn"/>s.</summary>
internal sealed record Columns(IReadOnlyList<double> Widths) : Element
{
    /// <summary>More columns than these cannot be read on any screen.</summary>
    public const int Most = 24;

    internal override string Kind => "columns";
}

/// <summary>One of several columns.</summary>
internal sealed record PageColumn : Element
{
    internal override string Kind => "column";
}
