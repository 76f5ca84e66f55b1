using Refrain.Frames.Columns;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>Puts the rows of this frame in the order of a column, in place; equal ones keep their order, nulls and NaN come last.</summary>
    /// <remarks>No copy of the frame sees it. <see cref="OrderBy"/> makes a new frame.</remarks>
    /// <param name="column">The name of the column.</param>
    /// <param name="descending">Whether the greatest comes first. Default: no.</param>
    /// <exception cref="FrameException">There is no such column.</exception>
    /// <example><code>
    /// data.Sort("Price", descending: true);
    /// </code></example>
    public void Sort(string column, bool descending = false)
    {
        var sorted = Ordered([new(column, descending)]);
        (_columns, _order) = (sorted._columns, sorted._order);
    }

    internal void AddColumn(int index, string name, Column values)
    {
        if (string.IsNullOrEmpty(name))
            throw FrameErrors.EmptyName("the one to add");
        if (_names.TryFind(name, out _))
            throw FrameErrors.Duplicate(name);
        CheckLength(name, values);
        SealWrites();
        var names = _names.Names.ToList();
        var columns = _columns.ToList();
        names.Insert(index, name);
        columns.Insert(index, values.Storage.Named(name));
        Become(names, columns);
    }

    internal void RemoveColumn(string name)
    {
        var index = _names.Find(name);
        SealWrites();
        Become([.. _names.Names.Where((_, i) => i != index)], [.. _columns.Where((_, i) => i != index)]);
    }

    internal void RenameColumn(string from, string to)
    {
        var index = _names.Find(from);
        if (string.IsNullOrEmpty(to))
            throw FrameErrors.EmptyName($"the new name of '{from}'");
        if (from == to)
            return;
        if (_names.TryFind(to, out _))
            throw FrameErrors.Duplicate(to);
        SealWrites();
        Become([.. _names.Names.Select((name, i) => i == index ? to : name)], [.. _columns.Select((column, i) => i == index ? column.Named(to) : column)]);
    }

    private void SetColumn(string name, Column values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!_names.TryFind(name, out var index))
        {
            AddColumn(_columns.Length, name, values);
            return;
        }

        // A frame of one column may get another length: there is nothing left that it would have to agree with.
        if (_columns.Length > 1)
            CheckLength(name, values);
        SealWrites();
        _columns[index] = values.Storage.Named(name);
        RowCount = values.Length;
        _order = [];
    }

    private object? ReadCell(int row, int column)
    {
        CheckRow(row);
        return _writes is { } writes && writes.Editors[column] is { } editor ? editor.Read(row) : _columns[column].Box(row);
    }

    private void WriteCell(int row, int column, object? value)
    {
        CheckRow(row);
        var writes = _writes ??= new(_columns.Length);
        var editor = writes.Editors[column] ??= _columns[column].Edit();
        editor.Write(row, value);
        _order = [];
    }

    /// <summary>Puts the writes to cells into columns, which can then be shared. Threads that copy one frame at once meet at the lock.</summary>
    private void SealWrites()
    {
        if (_writes is not { } writes)
            return;
        lock (writes)
        {
            if (_writes != writes)
                return;
            var columns = (Column[])_columns.Clone();
            for (var i = 0; i < columns.Length; i++)
            {
                if (writes.Editors[i] is { } editor)
                    columns[i] = editor.Seal();
            }

            // The columns come first: a reader that finds no writes must find the columns that have them.
            Volatile.Write(ref _columns, columns);
            Volatile.Write(ref _writes, null);
        }
    }

    private void Become(List<string> names, List<Column> columns)
    {
        _names = new([.. names]);
        _columns = [.. columns];
        RowCount = columns.Count == 0 ? 0 : columns[0].Length;
        _order = [];
    }

    private void CheckLength(string name, Column values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_columns.Length > 0 && values.Length != RowCount)
            throw FrameErrors.WrongLength(name, values.Length, RowCount);
    }

    internal void CheckRow(int row)
    {
        if ((uint)row >= (uint)RowCount)
            throw FrameErrors.NoRow(row, RowCount);
    }

    /// <summary>The cells of a frame that were written since it was last copied or read by column.</summary>
    private sealed class PendingWrites(int columns)
    {
        internal ColumnEditor?[] Editors { get; } = new ColumnEditor?[columns];
    }
}
