namespace Refrain.Frames.Columns;

/// <summary>The names of a frame's columns in order; never changes, and is shared by every copy of the frame.</summary>
internal sealed class ColumnNames
{
    internal static readonly ColumnNames None = new([]);

    private readonly Dictionary<string, int> _indices;

    /// <exception cref="FrameException">A name is empty or there twice.</exception>
    internal ColumnNames(string[] names)
    {
        Names = names;
        _indices = new(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrEmpty(names[i]))
                throw FrameErrors.EmptyName($"the column at position {i}");
            if (!_indices.TryAdd(names[i], i))
                throw FrameErrors.Duplicate(names[i]);
        }
    }

    internal string[] Names { get; }

    internal bool TryFind(string name, out int index) => _indices.TryGetValue(name, out index);

    /// <exception cref="FrameException">There is no such column.</exception>
    internal int Find(string name) => _indices.TryGetValue(name, out var index) ? index : throw FrameErrors.NoColumn(name, Names);
}
