using System.Numerics;
using System.Runtime.InteropServices;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Columns;

/// <summary>Makes a column of numbers one of a type that holds them all.</summary>
internal sealed class Widening<TTo> : IColumnVisitor<Column>
    where TTo : unmanaged, INumber<TTo>
{
    public Column Visit<T>(ValueColumn<T> column)
        where T : unmanaged => column switch
        {
            ValueColumn<int> ints => Of(ints),
            ValueColumn<long> longs => Of(longs),
            ValueColumn<float> floats => Of(floats),
            _ => throw FrameErrors.WrongType(column, typeof(TTo)),
        };

    public Column Visit(TextColumn column) => throw FrameErrors.WrongType(column, typeof(TTo));

    private static ValueColumn<TTo> Of<T>(ValueColumn<T> column)
        where T : unmanaged, INumber<T>
    {
        var chunks = column.Data.ToArray();
        var wide = new ValueChunk<TTo>[chunks.Length];
        for (var i = 0; i < chunks.Length; i++)
            wide[i] = Of(chunks[i]);
        return new(column.Name, new(wide));
    }

    private static unsafe ValueChunk<TTo> Of<T>(ValueChunk<T> chunk)
        where T : unmanaged, INumber<T>
    {
        var bytes = GC.AllocateUninitializedArray<byte>(chunk.Length * sizeof(TTo));
        var to = MemoryMarshal.Cast<byte, TTo>(bytes.AsSpan());
        var from = chunk.Values[..chunk.Length];
        for (var i = 0; i < from.Length; i++)
            to[i] = TTo.CreateTruncating(from[i]);
        return new(chunk.Length, Block.Own(bytes), chunk.Validity);
    }
}
