namespace Refrain;

/// <summary>The points that are selected in a figure of Plotly.</summary>
/// <example><code>
/// var chosen = Ui.PlotlyChart(figure, select: true);
/// Ui.Write(chosen.IsEmpty ? "Click a bar." : $"You chose {chosen.Points[0].X}.");
/// </code></example>
public sealed class PlotlySelection : IEquatable<PlotlySelection>
{
    internal static readonly PlotlySelection None = new(null, []);

    internal PlotlySelection(string? of, IReadOnlyList<PlotlyPoint> points) => (Of, Points) = (of, points);

    /// <summary>Whether nothing is selected.</summary>
    public bool IsEmpty => Points.Count == 0;

    /// <summary>The points, trace by trace.</summary>
    public IReadOnlyList<PlotlyPoint> Points { get; }

    /// <summary>The figure it was made in; <see langword="null"/> while nothing was ever selected.</summary>
    internal string? Of { get; }

    /// <summary>Whether the same is selected.</summary>
    public bool Equals(PlotlySelection? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlotlySelection);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points.Count);
}
