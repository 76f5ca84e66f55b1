using System.Buffers;
using System.Text;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows.Views;

/// <summary>Writes rows of a view as <see cref="DataFrame.WriteCsv(TextWriter)"/> writes a frame, some thousands at a time, so that any number can be sent.</summary>
internal sealed class CsvExport : IDisposable
{
    /// <summary>So many rows are written before they are sent.</summary>
    internal const int RowsAtOnce = 4_096;

    private static readonly SearchValues<byte> Special = SearchValues.Create(",;\t|\"\r\n"u8);

    private readonly RowView _view;
    private readonly string[] _names;
    private readonly CellWriter[] _cells;
    private int _next;

    internal CsvExport(DataFrame frame, RowView view, IReadOnlyList<int> columns)
    {
        _view = view;
        _names = [.. columns.Select(column => frame.Columns.Names[column])];
        _cells = [.. columns.Select(column => frame.ColumnAt(column).Storage.Accept(CellWriter.Making.Instance))];
    }

    /// <summary>How many rows there are to write.</summary>
    internal int RowCount => _view.Count;

    /// <summary>How many are written.</summary>
    internal int Written => _next;

    internal void WriteHeader(IBufferWriter<byte> output)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            WriteText(Encoding.UTF8.GetBytes(_names[i]), output);
        }

        output.Write("\n"u8);
    }

    /// <summary>Writes the next rows; says whether there are more.</summary>
    internal bool WriteRows(IBufferWriter<byte> output)
    {
        var end = Math.Min(RowCount, _next + RowsAtOnce);
        for (; _next < end; _next++)
        {
            var row = _view.RowAt(_next);
            for (var i = 0; i < _cells.Length; i++)
            {
                if (i > 0)
                    output.Write(","u8);
                _cells[i].Write(row, output);
            }

            output.Write("\n"u8);
        }

        return _next < RowCount;
    }

    public void Dispose()
    {
        foreach (var cell in _cells)
            cell.Dispose();
    }

    /// <summary>An empty text is quoted, since an empty field is a null; blanks at the ends are, since readers differ about them.</summary>
    private static void WriteText(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        if (text.Length > 0 && !text.ContainsAny(Special) && text[0] != ' ' && text[^1] != ' ')
        {
            output.Write(text);
            return;
        }

        output.Write("\""u8);
        while (text.IndexOf((byte)'"') is var quote and >= 0)
        {
            output.Write(text[..(quote + 1)]);
            output.Write("\""u8);
            text = text[(quote + 1)..];
        }

        output.Write(text);
        output.Write("\""u8);
    }

    private abstract class CellWriter : IDisposable
    {
        internal abstract void Write(int row, IBufferWriter<byte> output);

        public virtual void Dispose()
        {
        }

        internal sealed class Making : IColumnVisitor<CellWriter>
        {
            internal static readonly Making Instance = new();

            public CellWriter Visit<T>(ValueColumn<T> column)
                where T : unmanaged => new ValueWriter<T>(column);

            public CellWriter Visit(TextColumn column) => new TextWriter(column);
        }

        private sealed class ValueWriter<T>(ValueColumn<T> column) : CellWriter
            where T : unmanaged
        {
            private readonly PinnedValues<T> _values = new(column.Data);
            private readonly CellText.Writer<T> _write = CellText.WriterOf<T>();

            internal override void Write(int row, IBufferWriter<byte> output)
            {
                if (!_values.TryRead(row, out var cell))
                    return;
                Span<char> room = stackalloc char[CellText.Longest];
                ReadOnlySpan<char> text = room[.._write(cell, room)];
                var bytes = output.GetSpan(CellText.Longest * 3);
                output.Advance(Encoding.UTF8.GetBytes(text, bytes));
            }

            public override void Dispose()
            {
                _values.Dispose();
                base.Dispose();
            }
        }

        private sealed class TextWriter(TextColumn column) : CellWriter
        {
            internal override void Write(int row, IBufferWriter<byte> output)
            {
                var chunk = column.Data.Locate(row, out var offset);
                if (!chunk.IsNull(offset))
                    WriteText(chunk.Utf8(offset), output);
            }
        }
    }
}
