using Refrain.Frames.Columns;

namespace Refrain.Elements;

/// <summary>The edits of one table, each checked, in the order of rows and columns, so that equal edits are equal whatever way they came about.</summary>
/// <param name="source">The table they were made in.</param>
/// <param name="cells">Cells that have another value than in the table.</param>
/// <param name="deleted">Rows that are gone, ascending.</param>
/// <param name="added">Rows at the end, each with a value for every column.</param>
internal sealed class GridEdits(string source, IReadOnlyList<CellEdit> cells, IReadOnlyList<int> deleted, IReadOnlyList<AddedRow> added) : IEquatable<GridEdits>
{
    internal string Source => source;

    internal IReadOnlyList<CellEdit> Cells => cells;

    internal IReadOnlyList<int> Deleted => deleted;

    internal IReadOnlyList<AddedRow> Added => added;

    /// <summary>What the browser wanted besides and may not have, with what is said of it there.</summary>
    internal IReadOnlyList<RefusedCell> Refused { get; init; } = [];

    internal bool IsEmpty => cells.Count == 0 && deleted.Count == 0 && added.Count == 0;

    internal static GridEdits None(string source) => new(source, [], [], []);

    /// <summary>The table with the edits. What was not edited is shared with it.</summary>
    internal DataFrame ApplyTo(DataFrame data)
    {
        var frame = data.Copy();
        foreach (var cell in cells)
            frame[cell.Row, frame.Columns.Names[cell.Column]] = cell.Value;
        if (deleted.Count > 0)
            frame = Joined(Remaining(frame), 0, deleted.Count + 1);
        var complete = added.Where(row => row.IsComplete).ToList();
        return complete.Count == 0 ? frame : frame.Concat(Rows(frame, complete));
    }

    internal IReadOnlyList<GridChange> ChangesOf(DataFrame data)
    {
        var names = data.Columns.Names;
        var gone = deleted.ToHashSet();
        return
        [
            .. cells.Where(cell => !gone.Contains(cell.Row))
                .Select(cell => new CellChange(cell.Row, names[cell.Column], data[cell.Row, names[cell.Column]], cell.Value)),
            .. added.Where(row => row.IsComplete)
                .Select(row => new RowAddition(names.Select((name, index) => (name, row.Values[index])).ToDictionary(pair => pair.name, pair => pair.Item2))),
            .. deleted.Select(row => new RowDeletion(row)),
        ];
    }

    public bool Equals(GridEdits? other) =>
        other is not null
        && ((IsEmpty && other.IsEmpty) || (source == other.Source && cells.SequenceEqual(other.Cells) && deleted.SequenceEqual(other.Deleted) && added.SequenceEqual(other.Added)));

    public override bool Equals(object? obj) => Equals(obj as GridEdits);

    public override int GetHashCode() => HashCode.Combine(cells.Count, deleted.Count, added.Count);

    /// <summary>What stands before, between and after the deleted rows; each piece copies no more than the rest of one chunk.</summary>
    private DataFrame[] Remaining(DataFrame frame)
    {
        var pieces = new DataFrame[deleted.Count + 1];
        var from = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            var to = i < deleted.Count ? deleted[i] : frame.RowCount;
            pieces[i] = frame.Take(to).Skip(from);
            from = to + 1;
        }

        return pieces;
    }

    /// <summary>By halves, so that many pieces are not copied again for each.</summary>
    private static DataFrame Joined(DataFrame[] pieces, int from, int to)
    {
        if (to - from == 1)
            return pieces[from];
        var middle = (from + to) / 2;
        return Joined(pieces, from, middle).Concat(Joined(pieces, middle, to));
    }

    private static DataFrame Rows(DataFrame like, List<AddedRow> rows)
    {
        var columns = like.Columns.Select((column, index) =>
        {
            var builder = ColumnFactory.Builder(column.Name, column.Type, rows.Count);
            foreach (var row in rows)
                builder.AddBoxed(row.Values[index]);
            return builder.Build();
        });
        return new DataFrame(columns);
    }
}

/// <summary>A cell of the table that has another value now.</summary>
internal readonly record struct CellEdit(int Row, int Column, object? Value);

/// <summary>A row that was added.</summary>
/// <param name="Values">One for each column.</param>
/// <param name="IsComplete">Whether it has every value that is required.</param>
internal sealed record AddedRow(IReadOnlyList<object?> Values, bool IsComplete)
{
    public bool Equals(AddedRow? other) => other is not null && IsComplete == other.IsComplete && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Count;
}

/// <summary>A value that a cell may not have. Added rows are counted on from those of the table.</summary>
internal readonly record struct RefusedCell(int Row, int Column, string Message);
