using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Rows;

/// <summary>Looks whether a column is in order already, which is much quicker than to sort it.</summary>
internal sealed class ColumnOrder : IColumnVisitor<bool>
{
    private static readonly ColumnOrder Instance = new();

    /// <summary>Whether no value is less than the one before it, and none is null or NaN. Of decimals and text nobody looks.</summary>
    internal static bool IsAscending(Column column) => column.Storage.Accept(Instance);

    public bool Visit<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (typeof(T) == typeof(decimal) || column.NullCount > 0)
            return false;
        var data = column.Data;
        var read = Parallel.For(0, data.Chunks.Length, (at, others) =>
        {
            if (!IsAscending(Values(data.Chunks[at])))
                others.Stop();
        });
        return read.IsCompleted && FollowOneAnother(data.Chunks);
    }

    public bool Visit(TextColumn column) => false;

    private static bool IsAscending<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var last = 0UL;
        foreach (var value in values)
        {
            var key = RadixSort.Key(value);
            if (key < last || ColumnExtremes.IsNaN(value))
                return false;
            last = key;
        }

        return true;
    }

    /// <summary>Whether each chunk begins with no less than the one before it ends with; each by itself is in order.</summary>
    private static bool FollowOneAnother<T>(ReadOnlySpan<ValueChunk<T>> chunks)
        where T : unmanaged
    {
        var last = 0UL;
        foreach (var chunk in chunks)
        {
            var values = Values(chunk);
            if (values.IsEmpty)
                continue;
            if (RadixSort.Key(values[0]) < last)
                return false;
            last = RadixSort.Key(values[^1]);
        }

        return true;
    }

    private static ReadOnlySpan<T> Values<T>(ValueChunk<T> chunk)
        where T : unmanaged => chunk.Values[..chunk.Length];
}
