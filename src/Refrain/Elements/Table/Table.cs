using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A short table, all of which is on the page.</summary>
internal sealed record Table : Element
{
    /// <summary>A longer one nobody reads, and it would hold up the page.</summary>
    public const int MostRows = 1_000;

    private readonly FrameSource _source;

    internal override string Kind => "table";

    internal override IReadOnlyList<RowSource> Sources => [_source];

    public string Source => _source.Id;

    public long Rows => _source.RowCount;

    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>What a screen reader calls the table.</summary>
    public string Label { get; }

    /// <summary>How columns are shown that are not shown as usual.</summary>
    public IReadOnlyList<ColumnView>? Options { get; }

    public Table(DataFrame frame, string? label, IReadOnlyDictionary<string, GridColumn>? columns)
    {
        if (frame.RowCount > MostRows) throw ElementErrors.TableTooLong(frame.RowCount);
        _source = new FrameSource(frame);
        Columns = SourceColumn.AllOf(frame);
        Label = label ?? $"Table of {Quantity.Of(frame.RowCount, "row")} and {Quantity.Of(frame.Columns.Count, "column")}";
        Options = ColumnView.AllOf("Table", frame, columns);
    }
}
