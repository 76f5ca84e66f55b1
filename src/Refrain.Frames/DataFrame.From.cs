using System.Data;
using Refrain.Frames.Rows;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>A frame with one row for each item of a sequence and one column for each public property and field.</summary>
    /// <remarks>A sequence of single values (numbers, text, dates) becomes one column <c>value</c>. What a column does not hold becomes what holds it best; see
    /// <see cref="Refrain.Column.From{T}(IEnumerable{T})"/>. A null item is a row of nulls.</remarks>
    /// <typeparam name="T">The type of the items; its members become columns in the order they are declared, properties before fields.</typeparam>
    /// <param name="items">The items, read once.</param>
    /// <example><code>
    /// var data = DataFrame.From(Enumerable.Range(1, 12).Select(month => new { Month = month, Sales = month * 100.0 }));
    /// </code></example>
    public static DataFrame From<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return ItemReader<T>.Read(items);
    }

    /// <summary>A frame with one row for each row of a two-dimensional array and columns <c>0</c>, <c>1</c>, ….</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values, copied.</param>
    public static DataFrame From<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return ArrayReader.Read(values);
    }

    /// <summary>A frame with the columns and rows of a data table.</summary>
    /// <param name="table">The table, copied; deleted rows are left out.</param>
    /// <example><code>
    /// DataFrame data = DataFrame.From(table);
    /// </code></example>
    public static DataFrame From(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var reader = table.CreateDataReader();
        return From(reader);
    }

    /// <summary>A frame of what a query gives, read to the end.</summary>
    /// <param name="reader">An open reader; it is not closed.</param>
    /// <example><code>
    /// using var reader = command.ExecuteReader();
    /// DataFrame data = DataFrame.From(reader);
    /// </code></example>
    public static DataFrame From(IDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return RecordReader.Read(reader);
    }

    /// <summary>One object for each row: columns go to the constructor's parameters and the settable properties and fields of the same name, case ignored.</summary>
    /// <typeparam name="T">A class, record or struct, or the type of the only column.</typeparam>
    /// <exception cref="FrameException">A parameter of the constructor has no column, or a column's type is not the member's.</exception>
    /// <example><code>
    /// List&lt;City&gt; cities = data.ToList&lt;City&gt;();
    /// </code></example>
    public List<T> ToList<T>() => ItemWriter<T>.Write(this);
}
