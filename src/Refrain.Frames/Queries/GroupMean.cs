using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Means of groups.</summary>
internal sealed class GroupMean(KeyGroups groups) : IColumnVisitor<Column>
{
    public Column Visit<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (!ColumnTypes.IsNumeric(typeof(T)))
            throw FrameErrors.NotNumeric(column, "mean");
        var counts = GroupAggregation.Values(column, groups);
        if (column is ValueColumn<decimal> decimals)
        {
            var exact = GroupAggregation.Sums(decimals, groups, static value => value);
            return Column.From(exact.Select((sum, i) => counts[i] == 0 ? (decimal?)null : sum / counts[i]));
        }

        var sums = GroupAggregation.Sums(column, groups, Numbers<T>.ToDouble);
        return Column.From(sums.Select((sum, i) => counts[i] == 0 ? (double?)null : sum / counts[i]));
    }

    public Column Visit(TextColumn column) => throw FrameErrors.NotNumeric(column, "mean");
}
