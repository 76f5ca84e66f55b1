using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A table that can be scrolled, searched, filtered and sorted, read by windows; a widget where something can be selected.</summary>
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

    /// <summary>How columns are shown that are not shown as usual.</summary>
    public IReadOnlyList<ColumnView>? Options { get; init; }

    /// <summary>What can be selected: <c>row</c>, <c>rows</c>, <c>column</c> ….</summary>
    public IReadOnlyList<string>? Select { get; init; }

    /// <summary>Whether the selection can be seen but not changed.</summary>
    public bool? Disabled { get; init; }

    internal DataFrame Frame => _source.Frame;

    private DataFrameGrid(FrameSource source) => _source = source;

    public static DataFrameGrid Of(
        DataFrame frame, int? height, string? label, IReadOnlyDictionary<string, GridColumn>? columns = null, GridSelect select = GridSelect.None, bool disabled = false)
    {
        if (height < 1) throw ElementErrors.HeightNotPositive("DataFrame", height.Value);
        return new DataFrameGrid(new FrameSource(frame))
        {
            Rows = frame.RowCount,
            Columns = SourceColumn.AllOf(frame),
            Height = height,
            Label = label ?? $"Table of {Quantity.Of(frame.RowCount, "row")} and {Quantity.Of(frame.Columns.Count, "column")}",
            Options = ColumnView.AllOf("DataFrame", frame, columns),
            Select = select == GridSelect.None ? null : [.. Enum.GetValues<GridSelect>().Where(kind => kind != GridSelect.None && select.HasFlag(kind)).Select(kind => kind.ToString().ToLowerInvariant())],
            Disabled = disabled ? true : null,
        };
    }
}
