namespace Refrain.Elements;

/// <summary>A column of a row source: its position there, its name, and its type as docs/wire.md calls it.</summary>
internal sealed record SourceColumn(int Index, string Name, string Type)
{
    /// <summary>All columns of a frame.</summary>
    public static SourceColumn[] AllOf(DataFrame frame) =>
        [.. frame.Columns.Select((column, index) => new SourceColumn(index, column.Name!, TypeOf(column)))];

    private static string TypeOf(Column column) => WireTypes[column.Type];

    private static readonly Dictionary<Type, string> WireTypes = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int32",
        [typeof(long)] = "int64",
        [typeof(float)] = "float64",
        [typeof(double)] = "float64",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "text",
        [typeof(DateTime)] = "dateTime",
        [typeof(DateOnly)] = "date",
        [typeof(TimeSpan)] = "timeSpan",
    };
}
