using System.Collections;

namespace Refrain;

/// <summary>The rows of a frame as a list.</summary>
/// <example><code>
/// foreach (var row in data.Rows)
///     Console.WriteLine($"{row.Index}: {row["City"]}");
/// </code></example>
public readonly struct RowCollection : IReadOnlyList<Row>, IEquatable<RowCollection>
{
    private readonly DataFrame _frame;

    internal RowCollection(DataFrame frame) => _frame = frame;

    /// <inheritdoc/>
    public int Count => _frame.RowCount;

    /// <inheritdoc/>
    public Row this[int index]
    {
        get
        {
            _frame.CheckRow(index);
            return new(_frame, index);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Row> GetEnumerator()
    {
        for (var row = 0; row < _frame.RowCount; row++)
            yield return new(_frame, row);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(RowCollection other) => _frame == other._frame;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowCollection rows && Equals(rows);

    /// <inheritdoc/>
    public override int GetHashCode() => _frame.GetHashCode();

    /// <summary>Whether both are the rows of the same frame.</summary>
    public static bool operator ==(RowCollection left, RowCollection right) => left.Equals(right);

    /// <summary>Whether they are the rows of different frames.</summary>
    public static bool operator !=(RowCollection left, RowCollection right) => !left.Equals(right);
}
