using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Sums of groups.</summary>
internal sealed class GroupSum(KeyGroups groups) : IColumnVisitor<Column>
{
    public Column Visit<T>(ValueColumn<T> column)
        where T : unmanaged => column switch
        {
            ValueColumn<int> ints => Of(ints, static value => (long)value),
            ValueColumn<long> longs => Of(longs, static value => value),
            ValueColumn<float> floats => Of(floats, static value => value),
            ValueColumn<double> doubles => Of(doubles, static value => value),
            ValueColumn<decimal> decimals => Of(decimals, static value => value),
            ValueColumn<TimeSpan> spans => Column.From(GroupAggregation.Sums(spans, groups, static value => value.Ticks).Select(TimeSpan.FromTicks)),
            _ => throw FrameErrors.NotNumeric(column, "sum"),
        };

    public Column Visit(TextColumn column) => throw FrameErrors.NotNumeric(column, "sum");

    private Column Of<T, TSum>(ValueColumn<T> column, Func<T, TSum> read)
        where T : unmanaged
        where TSum : unmanaged, System.Numerics.IAdditionOperators<TSum, TSum, TSum> =>
        ColumnFactory.Share<TSum>(null, GroupAggregation.Sums(column, groups, read));
}
