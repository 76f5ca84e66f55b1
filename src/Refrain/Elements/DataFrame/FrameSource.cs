using System.Buffers;
using Refrain.Caching.Lifetimes;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;
using Window = Refrain.Frames.Rows.RowWindow;

namespace Refrain.Elements;

/// <summary>A frame as a source of rows. Holds a copy, so that what a script does to its frame afterwards never shows.</summary>
internal sealed class FrameSource : RowSource
{
    private readonly FrameViews _views;
    private readonly Stretches? _stretches;

    internal FrameSource(DataFrame frame)
        : this(frame, frame.ContentId)
    {
    }

    internal FrameSource(DataFrame frame, string id)
    {
        (Frame, Id) = (frame.Copy(), id);
        _views = new(Frame);
        _stretches = Stretches.Has(Frame) ? new(Frame) : null;
    }

    public override string Id { get; }

    /// <summary>The rows; nobody may change it.</summary>
    internal DataFrame Frame { get; }

    public override long RowCount => Frame.RowCount;

    public override int ColumnCount => Frame.Columns.Count;

    public override IEnumerable<SharedBuffer> Buffers => Frame.Buffers();

    public override string? Check(RowQuery query)
    {
        foreach (var filter in query.Filters)
        {
            if (CellTest.Check(Frame.ColumnAt(filter.Column), filter.Test, filter.Value) is { } reason)
                return reason;
        }

        return null;
    }

    public override Task<RowView> OpenAsync(RowQuery query, Action<double>? progress, CancellationToken cancellationToken) =>
        _views.OpenAsync(query, progress, cancellationToken);

    public override void Write(RowWindow window, RowView view, IBufferWriter<byte> output) =>
        Window.Write(output, Frame, window.From, window.Count, window.Columns, view.Rows);

    public override async Task<ReadOnlyMemory<byte>?> ReadStretchAsync(double from, double to, CancellationToken cancellationToken)
    {
        if (_stretches is null)
            return null;
        var window = new ArrayBufferWriter<byte>();
        Window.WriteAll(window, await _stretches.ReadAsync(from, to, cancellationToken).ConfigureAwait(false));
        return window.WrittenMemory;
    }

    public override CsvExport Export(RowView view, IReadOnlyList<int> columns) => new(Frame, view, columns);
}
