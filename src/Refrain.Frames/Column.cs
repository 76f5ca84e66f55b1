using Refrain.Caching.Keys;
using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain;

/// <summary>One column of a table: values of one type, some of which may be null. A column never changes; frames share it freely.</summary>
/// <remarks>Arrays convert to columns, so <c>data["Rank"] = new[] { 3, 1, 2 }</c> works. The values are copied;
/// <see cref="From{T}(System.Collections.Immutable.ImmutableArray{T})"/> does not need to.</remarks>
/// <example><code>
/// var data = new DataFrame(("City", new[] { "Graz", "Linz" }), ("People", new[] { 291_000, 210_000 }));
/// var people = data["People"];
/// Console.WriteLine($"{people.Name}: {people.Length} values, mean {people.Mean()}");
/// </code></example>
public abstract partial class Column
{
    private protected Column(string? name) => Name = name;

    /// <summary>The name in the frame the column was taken from; <see langword="null"/> for a column on its own.</summary>
    public string? Name { get; }

    /// <summary>The type of the values, never a nullable one: <c>typeof(double)</c> for a column of <c>double?</c>.</summary>
    public abstract Type Type { get; }

    /// <summary>The number of rows.</summary>
    public abstract int Length { get; }

    /// <summary>The number of rows that are null.</summary>
    public abstract int NullCount { get; }

    /// <summary>The value of a row; <see langword="null"/> when there is none.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <exception cref="FrameException">There is no such row.</exception>
    public object? this[int row]
    {
        get
        {
            CheckRow(row);
            return Box(row);
        }
    }

    /// <summary>Whether a row is null.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <exception cref="FrameException">There is no such row.</exception>
    public bool IsNull(int row)
    {
        CheckRow(row);
        return IsNullAt(row);
    }

    /// <summary>The same values under another name.</summary>
    /// <param name="name">The new name.</param>
    public abstract Column Named(string name);

    /// <summary>The sum of the values that are not null; 0 when there are none.</summary>
    /// <remarks>To add up decimals without rounding, use LINQ's <c>Sum(price => price)</c> or sum groups.</remarks>
    /// <exception cref="FrameException">The column does not hold numbers.</exception>
    public virtual double Sum() => throw FrameErrors.NotNumeric(this, "sum");

    /// <summary>The mean of the values that are not null; <see cref="double.NaN"/> when there are none.</summary>
    /// <exception cref="FrameException">The column does not hold numbers.</exception>
    /// <exception cref="FrameException">The column does not hold numbers.</exception>
    public virtual double Mean() => throw FrameErrors.NotNumeric(this, "mean");

    /// <summary>The least value that is neither null nor NaN; <see langword="null"/> when there is none. Text is compared as <c>OrderBy</c> does.</summary>
    public object? Min() => Extreme(least: true);

    /// <summary>The greatest value that is neither null nor NaN; <see langword="null"/> when there is none. Text is compared as <c>OrderBy</c> does.</summary>
    public object? Max() => Extreme(least: false);

    /// <summary>Says name, type and length.</summary>
    public override string ToString() => $"{Name ?? "column"}: {ColumnTypes.Name(Type)}[{Length}]";

    /// <summary>The column that holds the values: this one, or the one this is a view of.</summary>
    internal virtual Column Storage => this;

    /// <summary>This column seen as its nullable type, when it holds structs.</summary>
    internal virtual Column? Nullable => null;

    /// <summary>The chunks the values lie in.</summary>
    internal abstract IEnumerable<Chunk> Chunks { get; }

    /// <summary>A digest of type and content that depends neither on chunks nor on the name; remembered.</summary>
    /// <param name="stable">Whether it must mean the same in every process; if not, the quicker one will do.</param>
    internal abstract KeyDigest Digest(bool stable);

    internal abstract object? Box(int row);

    internal abstract bool IsNullAt(int row);

    /// <summary>A number of a row as double; the caller knows that it is numeric and not null.</summary>
    internal virtual double ReadDouble(int row) => throw FrameErrors.WrongType(this, typeof(double));

    /// <summary>The least or greatest value that is neither null nor NaN; null when there is none.</summary>
    internal abstract object? Extreme(bool least);

    /// <summary>A new column of the given rows; -1 stands for null.</summary>
    internal abstract Column Gather(ReadOnlySpan<int> rows);

    /// <summary>The first rows, sharing their memory.</summary>
    internal abstract Column First(int count);

    /// <summary>The rows from one on, sharing the memory of all chunks but the one it cuts.</summary>
    internal Column Rest(int start)
    {
        var (next, rest) = ChunksFrom(start);
        return next == start ? rest : Gather(Enumerable.Range(start, next - start).ToArray()).Append(rest);
    }

    /// <summary>The first row at or after one that begins a chunk, and the column from there on.</summary>
    internal abstract (int Start, Column Column) ChunksFrom(int row);

    /// <summary>This column's rows and then another's of the same type, sharing the memory of both.</summary>
    internal abstract Column Append(Column other);

    /// <summary>Something that takes writes to cells of this column.</summary>
    internal abstract ColumnEditor Edit();

    /// <summary>Lets a visitor act on the typed column.</summary>
    internal abstract TResult Accept<TResult>(IColumnVisitor<TResult> visitor);

    private protected void CheckRow(int row)
    {
        if ((uint)row >= (uint)Length)
            throw FrameErrors.NoRow(row, Length);
    }
}
