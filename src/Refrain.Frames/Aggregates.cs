using Refrain.Frames.Queries;

namespace Refrain;

/// <summary>The aggregates one wants of each group; see <see cref="GroupedFrame.Aggregate"/>.</summary>
public sealed class Aggregates
{
    private readonly DataFrame _frame;
    private readonly KeyGroups _groups;
    private readonly List<Column> _results = [];

    internal Aggregates(DataFrame frame, KeyGroups groups) => (_frame, _groups) = (frame, groups);

    internal IEnumerable<Column> Results => _results;

    /// <summary>The number of rows.</summary>
    /// <param name="name">The name of the result. Default: <c>count</c>.</param>
    public Aggregates Count(string name = "count")
    {
        _results.Add(GroupAggregation.Count(_groups).Named(name));
        return this;
    }

    /// <summary>The sum of a column.</summary>
    /// <param name="column">The name of a column of numbers or time spans.</param>
    /// <param name="name">The name of the result. Default: the column's with <c>_sum</c>.</param>
    /// <exception cref="FrameException">There is no such column, or it has no sum.</exception>
    public Aggregates Sum(string column, string? name = null) => Add(new GroupSum(_groups), column, name ?? column + "_sum");

    /// <summary>The mean of a column.</summary>
    /// <param name="column">The name of a column of numbers.</param>
    /// <param name="name">The name of the result. Default: the column's with <c>_mean</c>.</param>
    /// <exception cref="FrameException">There is no such column, or it has no mean.</exception>
    public Aggregates Mean(string column, string? name = null) => Add(new GroupMean(_groups), column, name ?? column + "_mean");

    /// <summary>The least value of a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="name">The name of the result. Default: the column's with <c>_min</c>.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public Aggregates Min(string column, string? name = null) => Add(new GroupExtreme(_groups, least: true), column, name ?? column + "_min");

    /// <summary>The greatest value of a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="name">The name of the result. Default: the column's with <c>_max</c>.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public Aggregates Max(string column, string? name = null) => Add(new GroupExtreme(_groups, least: false), column, name ?? column + "_max");

    private Aggregates Add(Frames.Columns.IColumnVisitor<Column> aggregation, string column, string name)
    {
        _results.Add(_frame[column].Accept(aggregation).Named(name));
        return this;
    }
}
