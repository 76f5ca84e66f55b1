using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Takes writes to a column of values of fixed size.</summary>
internal sealed class ValueEditor<T>(ValueColumn<T> column) : ColumnEditor
    where T : unmanaged
{
    private readonly Draft?[] _drafts = new Draft?[column.Data.Chunks.Length];

    internal override object? Read(int row)
    {
        var index = column.Data.IndexOf(row);
        var offset = row - column.Data.StartOf(index);
        if (_drafts[index] is not { } draft)
            return column.ReadNullable(row);
        return draft.Validity is not null && !Bitmap.Get(draft.Validity, offset) ? null : MemoryMarshal.Cast<byte, T>(draft.Values.AsSpan())[offset];
    }

    internal override void Write(int row, object? value)
    {
        T typed = default;
        if (value is not null && !CellValue.TryConvert(value, out typed))
            throw FrameErrors.CannotHold(column, value);
        var index = column.Data.IndexOf(row);
        var offset = row - column.Data.StartOf(index);
        var draft = _drafts[index] ??= new(column.Data.Chunks[index]);
        MemoryMarshal.Cast<byte, T>(draft.Values.AsSpan())[offset] = typed;
        if (value is null)
            draft.RequireValidity();
        if (draft.Validity is not null)
            Bitmap.Set(draft.Validity, offset, value is not null);
    }

    internal override Column Seal()
    {
        var chunks = column.Data.ToArray();
        for (var i = 0; i < chunks.Length; i++)
        {
            if (_drafts[i] is { } draft)
                chunks[i] = draft.ToChunk();
        }

        return new ValueColumn<T>(column.Name, new(chunks));
    }

    /// <summary>A chunk that is still being written.</summary>
    private sealed class Draft
    {
        private readonly int _length;

        internal Draft(ValueChunk<T> chunk)
        {
            _length = chunk.Length;
            Values = chunk.Bytes.ToArray();
            Validity = chunk.Validity?.Span.ToArray();
        }

        internal byte[] Values { get; }

        internal byte[]? Validity { get; private set; }

        internal void RequireValidity()
        {
            if (Validity is not null)
                return;
            Validity = new byte[Bitmap.Bytes(_length)];
            Bitmap.Fill(Validity, 0, _length);
        }

        internal ValueChunk<T> ToChunk() =>
            new(_length, Block.Own(Values), Validity is null || Bitmap.Count(Validity, _length) == _length ? null : Block.Own(Validity));
    }
}
