using System.Buffers;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A frame as a source of rows. Holds a copy, so that what a script does to its frame afterwards never shows.</summary>
internal sealed class FrameSource(DataFrame frame) : RowSource
{
    private readonly DataFrame _frame = frame.Copy();

    public override string Id { get; } = frame.ContentId;

    public override long RowCount => _frame.RowCount;

    public override int ColumnCount => _frame.Columns.Count;

    public override void Write(RowWindow window, IBufferWriter<byte> output) => throw new NotSupportedException();
}
