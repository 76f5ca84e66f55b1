using Refrain.Frames.Columns;
using Refrain.Frames.Queries;
using Refrain.Frames.Rows;

namespace Refrain;

/// <summary>A table of named, typed columns. A copy costs the number of columns, whatever the number of rows, and no change to a copy reaches another.</summary>
/// <remarks>
/// <para>A frame is a light shell over column buffers that never change. What changes a frame (<c>Columns.Remove</c>, <c>data["x"] = …</c>,
/// <c>data[5, "x"] = …</c>) touches this shell only: of what it shares with others, it copies what it writes at the first write.
/// What returns a frame (<see cref="Take"/>, <see cref="OrderBy"/>, …) uses LINQ's words and leaves this one as it is.</para>
/// <para>Many threads may read and copy one frame at once; a thread that changes it must be alone with it.</para>
/// <para>A frame holds at most 2,147,483,647 rows.</para>
/// </remarks>
/// <example><code>
/// var data = new DataFrame(("City", new[] { "Graz", "Linz", "Wels" }), ("People", new[] { 291_000, 210_000, 65_000 }));
/// data["Share"] = data.Column&lt;int&gt;("People").Select(n => n / data["People"].Sum()).ToArray();
/// DataFrame large = data.Where("People", (int people) => people > 100_000).OrderByDescending("People");
/// </code></example>
public sealed partial class DataFrame : ICopyable<DataFrame>
{
    private Column[] _columns;
    private ColumnNames _names;
    private PendingWrites? _writes;
    private SortKey[] _order = [];
    private ColumnCollection? _collection;

    /// <summary>A frame without columns.</summary>
    public DataFrame()
        : this(ColumnNames.None, [], 0)
    {
    }

    /// <summary>A frame of the given columns.</summary>
    /// <param name="columns">Names and values; arrays are copied.</param>
    /// <exception cref="FrameException">The columns are not equally long, or a name is empty or there twice.</exception>
    /// <example><code>
    /// var data = new DataFrame(("City", new[] { "Graz", "Linz" }), ("People", new[] { 291_000, 210_000 }));
    /// </code></example>
    public DataFrame(params (string Name, Column Values)[] columns)
        : this(Named(columns))
    {
    }

    /// <summary>A frame of columns that have names, for example of another frame's.</summary>
    /// <param name="columns">The columns, shared and not copied.</param>
    /// <exception cref="FrameException">The columns are not equally long, or a name is empty or there twice.</exception>
    public DataFrame(IEnumerable<Column> columns)
        : this(Checked(columns, out var names), names)
    {
    }

    private DataFrame(Column[] columns, ColumnNames names)
        : this(names, columns, columns.Length == 0 ? 0 : columns[0].Length)
    {
    }

    private DataFrame(ColumnNames names, Column[] columns, int rows) => (_names, _columns, RowCount) = (names, columns, rows);

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The columns in order, and the ways to add, remove and rename them.</summary>
    public ColumnCollection Columns => _collection ??= new(this);

    /// <summary>The rows in order.</summary>
    public RowCollection Rows => new(this);

    /// <summary>The column of a name; setting it replaces the column's values, or adds the column at the end.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <exception cref="FrameException">There is no such column, or what is set has another number of rows than the frame.</exception>
    /// <example><code>
    /// data["Rank"] = new[] { 1, 2, 3 };
    /// </code></example>
    public Column this[string name]
    {
        get => ColumnAt(_names.Find(name));
        set => SetColumn(name, value);
    }

    /// <summary>One cell; <see langword="null"/> when it is empty. Setting it changes this frame only.</summary>
    /// <remarks>Numbers are converted to the column's type when nothing is lost by it. The first write to a column copies the chunk
    /// of at most 1,048,576 rows it falls in; later writes there copy nothing, until the frame or the column has been handed out again.</remarks>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such row or column, or the column cannot hold the value.</exception>
    public object? this[int row, string column]
    {
        get => ReadCell(row, _names.Find(column));
        set => WriteCell(row, _names.Find(column), value);
    }

    /// <summary>The column of a name, typed.</summary>
    /// <remarks>Where C# would convert a number without being asked (<c>int</c> to <c>double</c>), the values are converted into a new column.</remarks>
    /// <typeparam name="T">The type of the values; its nullable form to see nulls as such.</typeparam>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column, or it holds another type.</exception>
    public Column<T> Column<T>(string name) => ColumnViews.As<T>(this[name]);

    /// <summary>A frame over the same buffers. Changes of one never show in the other.</summary>
    /// <remarks>Costs the number of columns, whatever the number of rows.</remarks>
    public DataFrame Copy()
    {
        SealWrites();
        return new(_names, (Column[])_columns.Clone(), RowCount) { _order = _order };
    }

    /// <summary>The first rows, for a console or a debugger.</summary>
    public override string ToString() => Preview.Of(this);

    /// <summary>A column without the check of its name; writes to it are sealed first.</summary>
    internal Column ColumnAt(int index)
    {
        if (_writes is not null)
            SealWrites();
        return _columns[index];
    }

    internal ColumnNames Names => _names;

    /// <summary>The columns in order, with all writes in them.</summary>
    internal ReadOnlySpan<Column> AllColumns()
    {
        SealWrites();
        return _columns;
    }

    /// <summary>A frame of columns that are known to be right.</summary>
    internal static DataFrame Trusted(IEnumerable<Column> columns, int rows)
    {
        var array = columns.Select(column => column.Storage).ToArray();
        return new(new([.. array.Select(column => column.Name!)]), array, rows);
    }

    private static IEnumerable<Column> Named((string Name, Column Values)[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        for (var i = 0; i < columns.Length; i++)
        {
            var (name, values) = columns[i];
            ArgumentNullException.ThrowIfNull(values, nameof(columns));
            if (string.IsNullOrEmpty(name))
                throw FrameErrors.EmptyName($"the column at position {i}");
            yield return values.Named(name);
        }
    }

    private static Column[] Checked(IEnumerable<Column> columns, out ColumnNames names)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var array = columns.Select(column => column.Storage).ToArray();
        names = new([.. array.Select(column => column.Name ?? "")]);
        foreach (var column in array)
        {
            if (column.Length != array[0].Length)
                throw FrameErrors.WrongLength(column.Name!, column.Length, array[0].Length);
        }

        return array;
    }
}
