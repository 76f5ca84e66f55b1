using Refrain.Frames.Rows;

namespace Refrain.Elements;

/// <summary>A column of a row source: its position there, its name, and its type as docs/wire.md calls it.</summary>
internal sealed record SourceColumn(int Index, string Name, string Type)
{
    /// <summary>All columns of a frame.</summary>
    public static SourceColumn[] AllOf(DataFrame frame) =>
        [.. frame.Columns.Select((column, index) => new SourceColumn(index, column.Name!, WireColumn.TypeOf(column)))];
}
