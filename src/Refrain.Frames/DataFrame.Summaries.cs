using Refrain.Frames.Queries;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>One row for each column: <c>column</c>, <c>type</c>, <c>values</c> (those that are not null), <c>nulls</c>, and of numbers <c>mean</c>, <c>std</c>, <c>min</c>,
    /// <c>q25</c>, <c>median</c>, <c>q75</c>, <c>max</c>.</summary>
    /// <remarks>NaN is left out of the numbers. The deviation divides by n − 1; quantiles lie linearly between values, as type 7 of Hyndman and Fan has them
    /// (Sample Quantiles in Statistical Packages, 1996).</remarks>
    /// <example><code>
    /// Console.WriteLine(data.Describe());
    /// </code></example>
    public DataFrame Describe() => Description.Of(this);

    /// <summary>Each different value of a column with the number of its rows, the most frequent first; null is a value of its own.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="name">The name of the numbers. Default: <c>count</c>.</param>
    /// <exception cref="FrameException">There is no such column, or it is called as the numbers are.</exception>
    /// <example><code>
    /// DataFrame cities = data.ValueCounts("City");   // City, count
    /// </code></example>
    public DataFrame ValueCounts(string column, string name = "count") => GroupBy(column).Aggregate(of => of.Count(name)).OrderByDescending(name);

    /// <summary>A frame with a value in place of the nulls of one column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="value">A value that the column can hold.</param>
    /// <exception cref="FrameException">There is no such column, or it cannot hold the value.</exception>
    /// <example><code>
    /// DataFrame filled = data.FillNulls("Price", 0);
    /// </code></example>
    public DataFrame FillNulls(string column, Scalar value)
    {
        var filled = Copy();
        filled[column] = this[column].FillNulls(value);
        return filled;
    }
}
