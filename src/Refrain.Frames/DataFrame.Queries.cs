using System.Runtime.InteropServices;
using Refrain.Frames.Columns;
using Refrain.Frames.Expressions;
using Refrain.Frames.Queries;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>The first rows.</summary>
    /// <param name="count">How many; all when there are fewer.</param>
    public DataFrame Take(int count)
    {
        var rows = Math.Clamp(count, 0, RowCount);
        return Trusted(AllColumns().ToArray().Select(column => rows == RowCount ? column : column.First(rows)), rows);
    }

    /// <summary>All rows but the first.</summary>
    /// <param name="count">How many to leave out.</param>
    public DataFrame Skip(int count)
    {
        var skipped = Math.Clamp(count, 0, RowCount);
        return skipped == 0 ? Copy() : Trusted(AllColumns().ToArray().Select(column => column.Rest(skipped)), RowCount - skipped);
    }

    /// <summary>The named columns, in the order named.</summary>
    /// <param name="names">The names; case matters.</param>
    /// <exception cref="FrameException">There is no such column, or one is named twice.</exception>
    /// <example><code>
    /// DataFrame places = data.Select("Lat", "Lon");
    /// </code></example>
    public DataFrame Select(params IEnumerable<string> names) => Trusted(names.Select(name => this[name]), RowCount);

    /// <summary>All columns but the named ones.</summary>
    /// <param name="names">The names; case matters.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    /// <example><code>
    /// DataFrame rest = data.Without("Lat");
    /// </code></example>
    public DataFrame Without(params IEnumerable<string> names)
    {
        var left = names.Select(_names.Find).ToHashSet();
        return Trusted(AllColumns().ToArray().Where((_, index) => !left.Contains(index)), RowCount);
    }

    /// <summary>The rows for which a condition holds.</summary>
    /// <param name="condition">Asked once for each row, in order.</param>
    /// <example><code>
    /// DataFrame near = data.Where(row => row.Get&lt;double&gt;("Distance") &lt; 3 &amp;&amp; !row.IsNull("City"));
    /// </code></example>
    public DataFrame Where(Func<Row, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var rows = new List<int>();
        for (var row = 0; row < RowCount; row++)
        {
            if (condition(new(this, row)))
                rows.Add(row);
        }

        return Gather(CollectionsMarshal.AsSpan(rows));
    }

    /// <summary>The rows for whose value in one column a condition holds; faster than a condition on whole rows.</summary>
    /// <typeparam name="T">The type of the column. A row that is null and cannot be given as this type is left out.</typeparam>
    /// <param name="column">The name of the column.</param>
    /// <param name="condition">Asked once for each value, in order.</param>
    /// <exception cref="FrameException">There is no such column, or it holds another type.</exception>
    /// <example><code>
    /// DataFrame large = data.Where("People", (int people) => people > 100_000);
    /// </code></example>
    public DataFrame Where<T>(string column, Func<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var rows = new List<int>();
        Column<T>(column).FindRows(condition, rows);
        return Gather(CollectionsMarshal.AsSpan(rows));
    }

    /// <summary>The rows for which an expression of columns is true; the quickest of the three. Where it is null, the row is left out.</summary>
    /// <param name="condition">Truth values, one for each row, as comparisons of columns give them.</param>
    /// <exception cref="FrameException">The column holds no truth values, or another number of them.</exception>
    /// <example><code>
    /// DataFrame some = data.Where(data["Price"] > 10 &amp; data["City"].EqualTo("Graz"));
    /// </code></example>
    public DataFrame Where(Column condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Gather(Masks.Rows(condition, RowCount));
    }

    /// <summary>The rows in ascending order of a column; equal ones keep their order, nulls and NaN come last.</summary>
    /// <remarks>Text is ordered as a dictionary has it, in no particular language: apple, Apple, banana.</remarks>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    /// <example><code>
    /// DataFrame sorted = data.OrderBy("City").ThenByDescending("People");
    /// </code></example>
    public DataFrame OrderBy(string column) => Ordered([new(column, Descending: false)]);

    /// <summary>The rows in descending order of a column; equal ones keep their order, nulls and NaN come last.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public DataFrame OrderByDescending(string column) => Ordered([new(column, Descending: true)]);

    /// <summary>Orders rows that the order so far leaves equal by one more column, ascending.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column, or the frame does not come from <see cref="OrderBy"/>.</exception>
    public DataFrame ThenBy(string column) => Ordered([.. OrderSoFar(), new(column, Descending: false)]);

    /// <summary>Orders rows that the order so far leaves equal by one more column, descending.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column, or the frame does not come from <see cref="OrderBy"/>.</exception>
    public DataFrame ThenByDescending(string column) => Ordered([.. OrderSoFar(), new(column, Descending: true)]);

    /// <summary>The rows in groups of equal values of columns; null is a value of its own.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    /// <example><code>
    /// DataFrame perCity = data.GroupBy("City").Mean("Price");
    /// </code></example>
    public GroupedFrame GroupBy(params IEnumerable<string> columns) => new(this, [.. columns]);

    /// <summary>The rows whose values differ from all rows before; with names, the first row for each combination of those columns.</summary>
    /// <param name="columns">The columns to look at; all when none is named.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public DataFrame Distinct(params IEnumerable<string> columns)
    {
        string[] names = [.. columns];
        return Gather(KeyGroups.Of(this, names.Length == 0 ? _names.Names : names).FirstRows);
    }

    /// <summary>The rows of this frame and then those of another, matched by the columns' names. Costs chunks, not rows.</summary>
    /// <param name="other">A frame with the same columns, in any order; where C# would convert a number without being asked, it is converted.</param>
    /// <exception cref="FrameException">A column is missing on one side, or its types do not fit.</exception>
    /// <example><code>
    /// DataFrame both = january.Concat(february);
    /// </code></example>
    public DataFrame Concat(DataFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var name in other.Names.Names)
            _names.Find(name);
        return Trusted(AllColumns().ToArray().Select(column => Joined(column, other[column.Name!])), checked(RowCount + other.RowCount));
    }

    internal static Column Joined(Column first, Column second)
    {
        if (ColumnTypes.Widens(second.Type, first.Type))
            second = ColumnViews.Widened(second, first.Type);
        else if (ColumnTypes.Widens(first.Type, second.Type))
            first = ColumnViews.Widened(first, second.Type);
        return first.Type == second.Type ? first.Append(second) : throw FrameErrors.TypesDiffer(first, second);
    }

    /// <summary>The given rows in the given order.</summary>
    internal DataFrame Gather(ReadOnlySpan<int> rows)
    {
        var columns = new Column[_names.Names.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = ColumnAt(i).Gather(rows);
        return new(_names, columns, rows.Length);
    }

    private SortKey[] OrderSoFar() => _order.Length > 0 ? _order : throw FrameErrors.NothingToRefine();

    private DataFrame Ordered(SortKey[] keys)
    {
        var ordered = Gather(SortOrder.Of(this, keys));
        ordered._order = keys;
        return ordered;
    }
}
