using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Expressions;

/// <summary>Puts a value where a column is null. Chunks without nulls are shared.</summary>
internal sealed class NullFilling(object value) : IColumnVisitor<Column>
{
    public Column Visit<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (!CellValue.TryConvert<T>(value, out var typed))
            throw FrameErrors.CannotHold(column, value);
        return new ValueColumn<T>(column.Name, new([.. column.Data.Enumerate().Select(chunk => chunk.NullCount == 0 ? chunk : Filled(chunk, typed))]));
    }

    public Column Visit(TextColumn column)
    {
        if (value is not string text)
            throw FrameErrors.CannotHold(column, value);
        var builder = new TextBuilder(column.Name);
        foreach (var chunk in column.Data.Chunks)
        {
            for (var i = 0; i < chunk.Length; i++)
            {
                if (chunk.IsNull(i))
                    builder.Add(text);
                else
                    builder.AddUtf8(chunk.Utf8(i));
            }
        }

        return builder.Build();
    }

    private static ValueChunk<T> Filled<T>(ValueChunk<T> chunk, T value)
        where T : unmanaged
    {
        var bytes = chunk.Bytes.ToArray();
        var values = MemoryMarshal.Cast<byte, T>(bytes.AsSpan());
        for (var i = 0; i < chunk.Length; i++)
        {
            if (chunk.IsNull(i))
                values[i] = value;
        }

        return new(chunk.Length, Block.Own(bytes), validity: null);
    }
}
