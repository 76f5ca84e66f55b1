using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A table that can be scrolled and sorted, read by windows.</summary>
internal sealed record DataFrameGrid : Element
{
    private readonly FrameSource _source;

    internal override string Kind => "dataFrame";

    internal override IReadOnlyList<RowSource> Sources => [_source];

    public string Source => _source.Id;

    public required long Rows { get; init; }

    public required IReadOnlyList<SourceColumn> Columns { get; init; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>What a screen reader calls the table.</summary>
    public required string Label { get; init; }

    private DataFrameGrid(FrameSource source) => _source = source;

    public static DataFrameGrid Of(DataFrame frame, int? height, string? label)
    {
        if (height < 1) throw ElementErrors.HeightNotPositive("DataFrame", height.Value);
        return new DataFrameGrid(new FrameSource(frame))
        {
            Rows = frame.RowCount,
            Columns = SourceColumn.AllOf(frame),
            Height = height,
            Label = label ?? $"Table of {Quantity.Of(frame.RowCount, "row")} and {Quantity.Of(frame.Columns.Count, "column")}",
        };
    }
}
