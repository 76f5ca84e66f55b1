using System.Globalization;
using System.Numerics;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>One figure in large letters, with how it changed.</summary>
internal sealed record Metric : Element
{
    internal override string Kind => "metric";

    public required string Label { get; init; }

    public required string Value { get; init; }

    public string? Delta { get; init; }

    public Direction? Direction { get; init; }

    public DeltaColor DeltaColor { get; init; }

    public static Metric Of(string label, object? value, object? delta, DeltaColor color)
    {
        ElementErrors.ThrowIfUnlabelled("Metric", label);
        var change = delta is null ? null : Figure(delta);
        return new Metric
        {
            Label = label,
            Value = value is null ? "—" : Figure(value),
            Delta = string.IsNullOrEmpty(change) ? null : change,
            Direction = string.IsNullOrEmpty(change) ? null : DirectionOf(delta!, change),
            DeltaColor = color,
        };
    }

    private static string Figure(object value) => value switch
    {
        double number => number.ToString("#,##0.####", CultureInfo.CurrentCulture),
        float number => number.ToString("#,##0.####", CultureInfo.CurrentCulture),
        decimal number => number.ToString("#,##0.####", CultureInfo.CurrentCulture),
        byte or sbyte or short or ushort or int or uint or long or ulong or BigInteger =>
            ((IFormattable)value).ToString("#,##0", CultureInfo.CurrentCulture),
        _ => Display.Text(value),
    };

    private static Direction DirectionOf(object delta, string text) => delta switch
    {
        IConvertible and not string and not DateTime and not bool and not char => Sign(Convert.ToDouble(delta, CultureInfo.InvariantCulture)),
        TimeSpan span => Sign(span.Ticks),
        _ => text.StartsWith('-') || text.StartsWith('−') ? Elements.Direction.Down : Elements.Direction.Up,
    };

    private static Direction Sign(double number) =>
        number > 0 ? Elements.Direction.Up : number < 0 ? Elements.Direction.Down : Elements.Direction.Flat;
}

/// <summary>Which way a figure went.</summary>
internal enum Direction
{
    Up,
    Down,
    Flat,
}
