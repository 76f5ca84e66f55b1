using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Points on a map of the world.</summary>
internal sealed record Map : Element
{
    private readonly FrameSource _source;

    public Map(DataFrame points)
    {
        _source = new FrameSource(points);
        Rows = points.RowCount;
        Columns = SourceColumn.AllOf(points);
    }

    internal override string Kind => "map";

    internal override IReadOnlyList<RowSource> Sources => [_source];

    public string Source => _source.Id;

    public long Rows { get; }

    /// <summary>The latitude, the longitude, the radius from 0 for the least size to 1 for the greatest, and the place of the colour's label.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>The name of the column of sizes.</summary>
    public string? Size { get; init; }

    /// <summary>The name of the column of colours.</summary>
    public string? Color { get; init; }

    /// <summary>What the colours stand for.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The map in words, for who cannot see it.</summary>
    public required string Description { get; init; }
}
