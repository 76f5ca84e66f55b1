namespace Refrain.Elements;

/// <summary>A number to type, with buttons to step it.</summary>
internal sealed record NumberInput : LabelledElement
{
    public NumberInput(string label, WidgetOptions options)
        : base(label, options)
    {
    }

    internal override string Kind => "numberInput";

    public double? Min { get; init; }

    public double? Max { get; init; }

    public required double Step { get; init; }

    /// <summary>How many digits after the point a value is shown with.</summary>
    public required int Decimals { get; init; }

    public string? Placeholder { get; init; }
}
