using System.Diagnostics.CodeAnalysis;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A table that can be scrolled, searched, filtered and sorted, read by windows; a widget where something can be selected.</summary>
internal record DataFrameGrid : Element
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

    [SetsRequiredMembers]
    protected DataFrameGrid(string element, DataFrame frame, GridLook look)
    {
        if (look.Height < 1) throw ElementErrors.HeightNotPositive(element, look.Height.Value);
        _source = new FrameSource(frame);
        Rows = frame.RowCount;
        Columns = SourceColumn.AllOf(frame);
        Height = look.Height;
        Label = look.Label ?? $"Table of {Quantity.Of(frame.RowCount, "row")} and {Quantity.Of(frame.Columns.Count, "column")}";
        Options = ColumnView.AllOf(element, frame, look.Columns);
        Disabled = look.Disabled ? true : null;
    }

    public static DataFrameGrid Of(
        DataFrame frame, int? height, string? label, IReadOnlyDictionary<string, GridColumn>? columns = null, GridSelect select = GridSelect.None, bool disabled = false) =>
        new("DataFrame", frame, new(height, label, columns, disabled))
        {
            Select = select == GridSelect.None ? null : [.. Enum.GetValues<GridSelect>().Where(kind => kind != GridSelect.None && select.HasFlag(kind)).Select(kind => kind.ToString().ToLowerInvariant())],
        };
}

/// <summary>What tables have in common, as a script gave it.</summary>
internal readonly record struct GridLook(int? Height, string? Label, IReadOnlyDictionary<string, GridColumn>? Columns, bool Disabled);
