using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>The parts of a whole.</summary>
internal sealed record PieChart : Element
{
    internal override string Kind => "pieChart";

    /// <summary>From the largest to the smallest; what was gathered comes last.</summary>
    public required IReadOnlyList<PieSlice> Slices { get; init; }

    /// <summary>Whether its middle is open, and says the sum.</summary>
    public bool Donut { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The chart in words, for who cannot see it.</summary>
    public required string Description { get; init; }
}

/// <summary>One part.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How large it is, 0 or more.</param>
/// <param name="Gathered">Of how many small parts it is made; <see langword="null"/> when it is one of the data's own.</param>
internal sealed record PieSlice(string Label, double Value, int? Gathered = null);
