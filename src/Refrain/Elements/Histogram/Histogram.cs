using Refrain.Frames.Rows;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>How often values lie in each of some ranges. It is counted when it is drawn; no row goes to the browser.</summary>
internal sealed record Histogram : Element
{
    internal override string Kind => "histogram";

    /// <summary>The type of the values, as docs/wire.md calls it.</summary>
    public required string Type { get; init; }

    /// <summary>One more than there are bins; empty when there is no value.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>For each column the counts of its bins.</summary>
    public required IReadOnlyList<HistogramSeries> Series { get; init; }

    public string? XLabel { get; init; }

    public string? YLabel { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The chart in words, for who cannot see it.</summary>
    public required string Description { get; init; }
}

/// <summary>The counts of one column.</summary>
internal sealed record HistogramSeries(string Name, IReadOnlyList<long> Counts)
{
    public static HistogramSeries Of(Column column, Bins bins)
    {
        var counts = new long[bins.Count];
        foreach (var part in AxisValues.Scan(column, bins.CountIn))
        {
            for (var bin = 0; bin < counts.Length; bin++)
                counts[bin] += part[bin];
        }

        return new(column.Name!, counts);
    }
}
