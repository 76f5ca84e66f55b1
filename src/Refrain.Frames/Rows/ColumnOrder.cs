using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Rows;

/// <summary>Looks whether a column is in order already, which is much quicker than to sort it.</summary>
internal sealed class ColumnOrder : IColumnVisitor<bool>
{
    private static readonly ColumnOrder Instance = new();

    /// <summary>Whether a column of values is in ascending order, without a null or NaN. Text and decimals are not looked at.</summary>
    internal static bool IsAscending(Column column) => column.Storage.Accept(Instance);

    public bool Visit<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (typeof(T) == typeof(decimal))
            return false;
        using var values = new PinnedValues<T>(column.Data);
        var last = 0UL;
        for (var row = 0; row < column.Length; row++)
        {
            if (!values.TryRead(row, out var value) || ColumnExtremes.IsNaN(value))
                return false;
            var key = RadixSort.Key(value);
            if (key < last)
                return false;
            last = key;
        }

        return true;
    }

    public bool Visit(TextColumn column) => false;
}
