namespace Refrain.Elements;

/// <summary>A number, or a range of two, chosen by moving a thumb.</summary>
internal sealed record Slider : LabelledElement
{
    public Slider(string label, WidgetOptions options)
        : base(label, options)
    {
    }

    internal override string Kind => "slider";

    public required double Min { get; init; }

    public required double Max { get; init; }

    public required double Step { get; init; }

    /// <summary>How many digits after the point a value is shown with.</summary>
    public required int Decimals { get; init; }
}
