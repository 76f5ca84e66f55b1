using Refrain.Frames.Queries;

namespace Refrain;

/// <summary>The rows of a frame in groups. Every answer is a frame with one row for each group, in the order the groups first appear.</summary>
/// <example><code>
/// DataFrame counts = data.GroupBy("City").Count();                  // City, count
/// DataFrame means = data.GroupBy("City", "Year").Mean("Price");     // City, Year, Price
/// DataFrame several = data.GroupBy("City").Aggregate(of => of
///     .Count()
///     .Mean("Price")
///     .Max("Price", "highest"));                                    // City, count, Price_mean, highest
/// </code></example>
public sealed class GroupedFrame
{
    private readonly DataFrame _frame;
    private readonly string[] _keys;
    private readonly KeyGroups _groups;

    internal GroupedFrame(DataFrame frame, string[] keys) =>
        (_frame, _keys, _groups) = (frame.Copy(), keys, KeyGroups.Of(frame, keys));

    /// <summary>The number of rows of each group, in a column <c>count</c>.</summary>
    public DataFrame Count() => Aggregate(of => of.Count());

    /// <summary>The sum of a column for each group: <c>long</c> for integers, else the column's type. Nulls are left out; a group without values has 0.</summary>
    /// <param name="column">The name of a column of numbers or time spans.</param>
    /// <exception cref="FrameException">There is no such column, or it has no sum.</exception>
    public DataFrame Sum(string column) => Aggregate(of => of.Sum(column, column));

    /// <summary>The mean of a column for each group: <c>decimal</c> for decimals, else <c>double</c>. Nulls are left out; a group without values has null.</summary>
    /// <param name="column">The name of a column of numbers.</param>
    /// <exception cref="FrameException">There is no such column, or it has no mean.</exception>
    public DataFrame Mean(string column) => Aggregate(of => of.Mean(column, column));

    /// <summary>The least value of a column for each group. Nulls are left out; a group without values has null.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public DataFrame Min(string column) => Aggregate(of => of.Min(column, column));

    /// <summary>The greatest value of a column for each group. Nulls are left out; a group without values has null.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public DataFrame Max(string column) => Aggregate(of => of.Max(column, column));

    /// <summary>Several aggregates at once.</summary>
    /// <param name="aggregates">Says which, one call after another.</param>
    /// <exception cref="FrameException">There is no such column, it does not have the aggregate, or two results have one name.</exception>
    public DataFrame Aggregate(Action<Aggregates> aggregates)
    {
        ArgumentNullException.ThrowIfNull(aggregates);
        var chosen = new Aggregates(_frame, _groups);
        aggregates(chosen);
        return new DataFrame(_keys.Select(key => _frame[key].Gather(_groups.FirstRows)).Concat(chosen.Results));
    }
}
