using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>The least or greatest values of groups.</summary>
internal sealed class GroupExtreme(KeyGroups groups, bool least) : IColumnVisitor<Column>
{
    public Column Visit<T>(ValueColumn<T> column)
        where T : unmanaged => column.Gather(GroupAggregation.Extremes(column, groups, least));

    public Column Visit(TextColumn column)
    {
        var best = new string?[groups.Count];
        for (var row = 0; row < column.Length; row++)
        {
            ref var known = ref best[groups.Ids[row]];
            if (column.ReadAt(row) is { } text && (known is null || TextOrder.Instance.Compare(text, known) < 0 == least))
                known = text;
        }

        return Column.From(best);
    }
}
