namespace Refrain.Elements;

/// <summary>One of several options.</summary>
internal sealed record SelectBox : LabelledElement
{
    public SelectBox(string label, WidgetOptions options)
        : base(label, options)
    {
    }

    internal override string Kind => "selectBox";

    public required IReadOnlyList<string> Options { get; init; }

    public string? Placeholder { get; init; }
}
