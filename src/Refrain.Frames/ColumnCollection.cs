using System.Collections;
using Refrain.Frames.Columns;

namespace Refrain;

/// <summary>The columns of one frame. What changes it changes that frame, and no copy of it.</summary>
/// <example><code>
/// var data = new DataFrame(("Lat", new[] { 47.1, 48.3 }), ("Lon", new[] { 15.4, 14.3 }));
/// data.Columns.Rename("Lat", "Latitude");
/// data.Columns.Add("Height", new[] { 353, 266 });
/// data.Columns.Remove("Lon");
/// </code></example>
public sealed class ColumnCollection : IReadOnlyList<Column>
{
    private readonly DataFrame _frame;

    internal ColumnCollection(DataFrame frame) => _frame = frame;

    /// <summary>The number of columns.</summary>
    public int Count => _frame.Names.Names.Length;

    /// <summary>The names in order.</summary>
    public IReadOnlyList<string> Names => _frame.Names.Names.AsReadOnly();

    /// <summary>The column at a position.</summary>
    /// <param name="index">The position, counted from 0.</param>
    public Column this[int index] => _frame.ColumnAt(index);

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public Column this[string name] => _frame[name];

    /// <summary>Whether there is a column of this name.</summary>
    /// <param name="name">The name; case matters.</param>
    public bool Contains(string name) => _frame.Names.TryFind(name, out _);

    /// <summary>Adds a column at the end.</summary>
    /// <param name="name">A name that is not taken.</param>
    /// <param name="values">As many values as the frame has rows; an array is copied.</param>
    /// <exception cref="FrameException">The name is empty or taken, or the number of rows is another.</exception>
    public void Add(string name, Column values) => Insert(Count, name, values);

    /// <summary>Adds a column at a position.</summary>
    /// <param name="index">The position, from 0 to <see cref="Count"/>.</param>
    /// <param name="name">A name that is not taken.</param>
    /// <param name="values">As many values as the frame has rows; an array is copied.</param>
    /// <exception cref="FrameException">The name is empty or taken, or the number of rows is another.</exception>
    public void Insert(int index, string name, Column values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        _frame.AddColumn(index, name, values);
    }

    /// <summary>Removes a column.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    public void Remove(string name) => _frame.RemoveColumn(name);

    /// <summary>Gives a column another name; its position stays.</summary>
    /// <param name="from">The name it has.</param>
    /// <param name="to">A name that is not taken.</param>
    /// <exception cref="FrameException">There is no such column, or the new name is empty or taken.</exception>
    public void Rename(string from, string to) => _frame.RenameColumn(from, to);

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Names and types, for example <c>City: string, People: int</c>.</summary>
    public override string ToString() => string.Join(", ", this.Select(column => $"{column.Name}: {ColumnTypes.Name(column.Type)}"));
}
