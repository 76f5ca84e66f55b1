using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>One or more columns drawn over another.</summary>
internal sealed record Chart : Element
{
    private readonly FrameSource _source;
    private readonly FrameSource? _detail;

    /// <param name="all">Every row, in the order in which they are drawn.</param>
    /// <param name="reduced">Those of them that are drawn.</param>
    public Chart(DataFrame all, DataFrame reduced)
    {
        _source = new FrameSource(reduced);
        _detail = all.RowCount > reduced.RowCount && Stretches.Has(all) ? new FrameSource(all) : null;
        Rows = reduced.RowCount;
        var columns = SourceColumn.AllOf(reduced);
        X = columns[0];
        Y = columns[1..];
    }

    internal override string Kind => "chart";

    internal override IReadOnlyList<RowSource> Sources => _detail is null ? [_source] : [_source, _detail];

    public required Mark Mark { get; init; }

    public string Source => _source.Id;

    /// <summary>Of a chart that was reduced: where stretches of it can be had with more of their rows.</summary>
    public string? Detail => _detail?.Id;

    public long Rows { get; }

    public SourceColumn X { get; }

    public IReadOnlyList<SourceColumn> Y { get; }

    public string? XLabel { get; init; }

    public string? YLabel { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The chart in words, for who cannot see it.</summary>
    public required string Description { get; init; }
}

/// <summary>What a chart is drawn with.</summary>
internal enum Mark
{
    Line,
    Bar,
    Area,
    Point,
}
