namespace Refrain.Frames.Columns;

/// <summary>A column being written to by one frame: the chunks that are written are copied once, at their first write.</summary>
internal abstract class ColumnEditor
{
    /// <summary>The value of a row with the writes so far.</summary>
    internal abstract object? Read(int row);

    /// <summary>Writes one cell.</summary>
    /// <exception cref="FrameException">The column cannot hold the value.</exception>
    internal abstract void Write(int row, object? value);

    /// <summary>The column with all writes. The editor must not be used after it.</summary>
    internal abstract Column Seal();
}
