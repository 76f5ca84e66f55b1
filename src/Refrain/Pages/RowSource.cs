using System.Buffers;

namespace Refrain.Pages;

/// <summary>A table the page shows by windows over HTTP. Never changes; read by many threads at once.</summary>
internal abstract class RowSource
{
    /// <summary>Equal for equal content, so that an unchanged table is not sent again. Letters, digits, <c>-</c> and <c>_</c> only.</summary>
    public abstract string Id { get; }

    /// <summary>How many rows there are.</summary>
    public abstract long RowCount { get; }

    /// <summary>How many columns there are.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>Writes a window in the binary form of docs/wire.md, "Rows". The window was checked against the counts.</summary>
    public abstract void Write(RowWindow window, IBufferWriter<byte> output);
}

/// <summary>Which rows and columns of a source are wanted, and in which order.</summary>
internal sealed record RowWindow(long From, int Count, IReadOnlyList<int> Columns, int? SortColumn, bool Descending);
