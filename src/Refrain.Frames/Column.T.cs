using System.Collections;
using Refrain.Frames.Columns;

namespace Refrain;

/// <summary>A column whose type is known. It is a list, so all of LINQ works on it.</summary>
/// <typeparam name="T">The type of the values; <c>double?</c> to see nulls as such, <c>double</c> to have an error when one is met.</typeparam>
/// <example><code>
/// var data = new DataFrame(("Price", new double?[] { 1.5, null, 4 }));
/// double?[] prices = data.Column&lt;double?&gt;("Price").ToArray();
/// </code></example>
[Immutable]
public abstract class Column<T> : Column, IReadOnlyList<T>
{
    private protected Column(string? name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public int Count => Length;

    /// <summary>The value of a row.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <exception cref="FrameException">There is no such row, or it is null and <typeparamref name="T"/> cannot be.</exception>
    public new T this[int row]
    {
        get
        {
            CheckRow(row);
            return ReadAt(row);
        }
    }

    /// <summary>The least value that is neither null nor NaN. Text is compared as <c>OrderBy</c> does.</summary>
    /// <exception cref="FrameException">There is no such value, and <typeparamref name="T"/> cannot be null.</exception>
    public new T Min() => Found(Extreme(least: true));

    /// <summary>The greatest value that is neither null nor NaN. Text is compared as <c>OrderBy</c> does.</summary>
    /// <exception cref="FrameException">There is no such value, and <typeparamref name="T"/> cannot be null.</exception>
    public new T Max() => Found(Extreme(least: false));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var row = 0; row < Length; row++)
            yield return ReadAt(row);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values as a new array.</summary>
    /// <exception cref="FrameException">A row is null and <typeparamref name="T"/> cannot be.</exception>
    public virtual T[] ToArray()
    {
        var values = new T[Length];
        for (var row = 0; row < values.Length; row++)
            values[row] = ReadAt(row);
        return values;
    }

    /// <summary>The value of a row that exists.</summary>
    internal abstract T ReadAt(int row);

    /// <summary>Adds the rows for whose value a condition holds; a null that <typeparamref name="T"/> cannot be is passed over.</summary>
    internal virtual void FindRows(Func<T, bool> condition, List<int> found)
    {
        for (var row = 0; row < Length; row++)
        {
            if (condition(ReadAt(row)))
                found.Add(row);
        }
    }

    private T Found(object? value) => value is null && default(T) is not null ? throw FrameErrors.NoValues(this) : (T)value!;
}
