using System.Buffers;
using Refrain.Pages;
using Window = Refrain.Frames.Rows.RowWindow;

namespace Refrain.Elements;

/// <summary>A frame as a source of rows. Holds a copy, so that what a script does to its frame afterwards never shows.</summary>
internal sealed class FrameSource(DataFrame frame, string id) : RowSource
{
    private readonly DataFrame _frame = frame.Copy();

    // A reader scrolls in one order for long, so the last one is kept. Two threads that want different ones at once sort once more.
    private Order? _order;

    internal FrameSource(DataFrame frame)
        : this(frame, frame.ContentId)
    {
    }

    public override string Id { get; } = id;

    /// <summary>The rows; nobody may change it.</summary>
    internal DataFrame Frame => _frame;

    public override long RowCount => _frame.RowCount;

    public override int ColumnCount => _frame.Columns.Count;

    public override void Write(RowWindow window, IBufferWriter<byte> output) =>
        output.Write(Window.Write(_frame, (int)window.From, window.Count, window.Columns, OrderOf(window)));

    private int[]? OrderOf(RowWindow window)
    {
        if (window.SortColumn is not { } column) return null;
        var last = Volatile.Read(ref _order);
        if (last?.Column == column && last.Descending == window.Descending) return last.Rows;
        var order = new Order(column, window.Descending, Window.Sort(_frame, column, window.Descending));
        Volatile.Write(ref _order, order);
        return order.Rows;
    }

    private sealed record Order(int Column, bool Descending, int[] Rows);
}
