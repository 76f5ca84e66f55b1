using System.Runtime.InteropServices;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Numbers the rows of columns by their values: rows of equal values have equal numbers, counted in the order they first appear.</summary>
/// <param name="Ids">The group of every row.</param>
/// <param name="FirstRows">The row in which each group first appears.</param>
internal sealed record KeyGroups(int[] Ids, int[] FirstRows)
{
    internal int Count => FirstRows.Length;

    internal static KeyGroups Of(DataFrame frame, IReadOnlyList<string> names)
    {
        KeyGroups? all = null;
        foreach (var name in names)
        {
            var one = frame[name].Accept(Numbering.Instance);
            all = all is null ? one : Combine(all, one);
        }

        return all ?? new(new int[frame.RowCount], frame.RowCount == 0 ? [] : [0]);
    }

    /// <summary>Groups of text, and the text of each.</summary>
    internal static (int[] Ids, List<string?> Texts) OfText(TextColumn column)
    {
        var groups = Numbering.Instance.Visit(column);
        return (groups.Ids, groups.FirstRows.Select(column.ReadAt).ToList());
    }

    private static KeyGroups Combine(KeyGroups left, KeyGroups right)
    {
        var ids = new int[left.Ids.Length];
        var firstRows = new List<int>();
        var pairs = new Dictionary<long, int>();
        for (var row = 0; row < ids.Length; row++)
        {
            var pair = ((long)left.Ids[row] << 32) | (uint)right.Ids[row];
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out var known);
            if (!known)
            {
                id = firstRows.Count;
                firstRows.Add(row);
            }

            ids[row] = id;
        }

        return new(ids, [.. firstRows]);
    }

    private sealed class Numbering : IColumnVisitor<KeyGroups>
    {
        internal static readonly Numbering Instance = new();

        public KeyGroups Visit<T>(ValueColumn<T> column)
            where T : unmanaged
        {
            var ids = new int[column.Length];
            var firstRows = new List<int>();
            var groups = new Dictionary<T, int>();
            var nulls = -1;
            var row = 0;
            foreach (var chunk in column.Data.Chunks)
            {
                var values = chunk.Values;
                for (var i = 0; i < chunk.Length; i++, row++)
                {
                    ref var id = ref nulls;
                    var known = nulls >= 0;
                    if (!chunk.IsNull(i))
                        id = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, values[i], out known)!;
                    if (!known)
                    {
                        id = firstRows.Count;
                        firstRows.Add(row);
                    }

                    ids[row] = id;
                }
            }

            return new(ids, [.. firstRows]);
        }

        public KeyGroups Visit(TextColumn column)
        {
            var ids = new int[column.Length];
            var firstRows = new List<int>();
            var groups = new Dictionary<byte[], int>(Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
            var nulls = -1;
            var row = 0;
            foreach (var chunk in column.Data.Chunks)
            {
                // The group of each code, found at its first row; text without codes is looked up row by row.
                var byCode = new int[chunk.IsCoded ? chunk.Entries : 0];
                Array.Fill(byCode, -1);
                for (var i = 0; i < chunk.Length; i++, row++)
                {
                    ref var id = ref nulls;
                    if (!chunk.IsNull(i))
                    {
                        if (chunk.IsCoded && byCode[chunk.Codes[i]] is var group and >= 0)
                        {
                            ids[row] = group;
                            continue;
                        }

                        id = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, chunk.Utf8(i), out var known)!;
                        id = known ? id : -1;
                    }

                    if (id < 0)
                    {
                        id = firstRows.Count;
                        firstRows.Add(row);
                    }

                    ids[row] = id;
                    if (chunk.IsCoded && !chunk.IsNull(i))
                        byCode[chunk.Codes[i]] = id;
                }
            }

            return new(ids, [.. firstRows]);
        }
    }
}
