namespace Refrain;

/// <summary>What can be selected in a table. Kinds may be joined: <c>GridSelect.Rows | GridSelect.Columns</c>.</summary>
[Flags]
public enum GridSelect
{
    /// <summary>Nothing; the table is only shown.</summary>
    None = 0,

    /// <summary>One row.</summary>
    Row = 1,

    /// <summary>Any rows.</summary>
    Rows = 2,

    /// <summary>One column.</summary>
    Column = 4,

    /// <summary>Any columns.</summary>
    Columns = 8,

    /// <summary>One cell.</summary>
    Cell = 16,

    /// <summary>Cells side by side, in rows and columns.</summary>
    Cells = 32,
}
