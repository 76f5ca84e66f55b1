namespace Refrain;

/// <summary>One row of a frame, while the frame is being looked through.</summary>
/// <remarks>A row is a frame and a number: it costs nothing to make, and it shows what the frame holds when it is asked.</remarks>
public readonly struct Row : IEquatable<Row>
{
    private readonly DataFrame _frame;

    internal Row(DataFrame frame, int index) => (_frame, Index) = (frame, index);

    /// <summary>The row's number, counted from 0.</summary>
    public int Index { get; }

    /// <summary>A cell; <see langword="null"/> when it is empty.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public object? this[string column] => _frame[Index, column];

    /// <summary>A cell, typed.</summary>
    /// <typeparam name="T">The column's type, its nullable form, or a type C# would convert the number to without being asked.</typeparam>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column, it holds another type, or the cell is null and <typeparamref name="T"/> cannot be.</exception>
    /// <example><code>
    /// DataFrame far = data.Where(row => row.Get&lt;double&gt;("Distance") > 3);
    /// </code></example>
    public T Get<T>(string column)
    {
        var found = _frame.ColumnAt(_frame.Names.Find(column));
        _frame.CheckRow(Index);
        return found is Column<T> typed ? typed.ReadAt(Index) : Frames.Columns.ColumnViews.Read<T>(found, Index);
    }

    /// <summary>Whether a cell is empty.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public bool IsNull(string column) => _frame[column].IsNull(Index);

    /// <inheritdoc/>
    public bool Equals(Row other) => _frame == other._frame && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Row row && Equals(row);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_frame, Index);

    /// <summary>Whether both are the same row of the same frame.</summary>
    public static bool operator ==(Row left, Row right) => left.Equals(right);

    /// <summary>Whether they are different rows, or rows of different frames.</summary>
    public static bool operator !=(Row left, Row right) => !left.Equals(right);
}
