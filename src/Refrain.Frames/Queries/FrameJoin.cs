using System.Runtime.InteropServices;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Puts rows of two frames beside each other. The values of both are numbered together, so that equal ones have equal numbers.</summary>
internal static class FrameJoin
{
    internal static DataFrame Of(DataFrame left, DataFrame right, (string Left, string Right)[] on, bool keepLeft)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(on);
        if (on.Length == 0)
            throw new ArgumentException("Name at least one column to join on.", nameof(on));

        var keys = new DataFrame(on.Select((pair, i) => DataFrame.Joined(left[pair.Left], right[pair.Right]).Named($"{i}")));
        var ids = KeyGroups.Of(keys, keys.Columns.Names);
        var known = Known(keys);
        var partners = Partners(ids, known, left.RowCount);
        var (leftRows, rightRows) = Pairs(ids, known, partners, left.RowCount, keepLeft);

        var joined = left.Gather(CollectionsMarshal.AsSpan(leftRows));
        foreach (var column in right.Without(on.Select(pair => pair.Right)).Columns)
            joined.Columns.Add(joined.Columns.Contains(column.Name!) ? column.Name + "_right" : column.Name!, column.Gather(CollectionsMarshal.AsSpan(rightRows)));
        return joined;
    }

    /// <summary>The rows that have a value in every key; null is equal to nothing.</summary>
    private static bool[] Known(DataFrame keys)
    {
        var known = new bool[keys.RowCount];
        Array.Fill(known, true);
        foreach (var column in keys.Columns.Where(column => column.NullCount > 0))
        {
            for (var row = 0; row < known.Length; row++)
                known[row] &= !column.IsNullAt(row);
        }

        return known;
    }

    /// <summary>The rows of the right frame by the number of their values: those of number i stand from Starts[i] to Starts[i + 1].</summary>
    private static (int[] Starts, int[] Rows) Partners(KeyGroups ids, bool[] known, int leftCount)
    {
        var starts = new int[ids.Count + 1];
        for (var row = leftCount; row < known.Length; row++)
        {
            if (known[row])
                starts[ids.Ids[row] + 1]++;
        }

        for (var id = 0; id < ids.Count; id++)
            starts[id + 1] += starts[id];
        var next = starts.ToArray();
        var rows = new int[starts[^1]];
        for (var row = leftCount; row < known.Length; row++)
        {
            if (known[row])
                rows[next[ids.Ids[row]]++] = row - leftCount;
        }

        return (starts, rows);
    }

    private static (List<int> Left, List<int> Right) Pairs(KeyGroups ids, bool[] known, (int[] Starts, int[] Rows) partners, int leftCount, bool keepLeft)
    {
        var left = new List<int>(leftCount);
        var right = new List<int>(leftCount);
        for (var row = 0; row < leftCount; row++)
        {
            var (from, to) = known[row] ? (partners.Starts[ids.Ids[row]], partners.Starts[ids.Ids[row] + 1]) : (0, 0);
            for (var i = from; i < to; i++)
            {
                left.Add(row);
                right.Add(partners.Rows[i]);
            }

            if (from == to && keepLeft)
            {
                left.Add(row);
                right.Add(-1);
            }
        }

        return (left, right);
    }
}
