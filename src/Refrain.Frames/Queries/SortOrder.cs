using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>Orders rows by columns: stable, with nulls and NaN last in either direction.</summary>
internal static class SortOrder
{
    /// <summary>The rows in the order of the keys, the first of them the most important.</summary>
    internal static int[] Of(DataFrame frame, IReadOnlyList<SortKey> keys)
    {
        var rows = All(frame.RowCount);
        for (var i = keys.Count - 1; i >= 0; i--)
            rows = By(frame[keys[i].Column], keys[i].Descending, rows);
        return rows;
    }

    /// <summary>The rows of one column in order.</summary>
    internal static int[] Of(Column column, bool descending) => By(column, descending, All(column.Length));

    private static int[] By(Column column, bool descending, int[] rows) => column.Storage.Accept(new Sorter(rows, descending));

    private static int[] All(int count)
    {
        var rows = new int[count];
        for (var i = 0; i < count; i++)
            rows[i] = i;
        return rows;
    }

    /// <summary>Sorts rows that are in some order already; equal ones stay in it.</summary>
    private sealed class Sorter(int[] rows, bool descending) : IColumnVisitor<int[]>
    {
        public int[] Visit<T>(ValueColumn<T> column)
            where T : unmanaged
        {
            var keys = new ulong[rows.Length];
            var present = new int[rows.Length];
            var missing = new List<int>();
            var count = 0;
            var decimals = typeof(T) == typeof(decimal) ? DecimalRanks((ValueColumn<decimal>)(object)column) : null;
            using var values = new PinnedValues<T>(column.Data);
            foreach (var row in rows)
            {
                if (!values.TryRead(row, out var value) || ColumnExtremes.IsNaN(value))
                {
                    missing.Add(row);
                    continue;
                }

                var key = decimals is null ? RadixSort.Key(value) : decimals[(decimal)(object)value];
                keys[count] = descending ? ~key : key;
                present[count++] = row;
            }

            return Sort(keys, present, count, missing);
        }

        public int[] Visit(TextColumn column)
        {
            // Text is sorted by the rank of its distinct values: each is compared as few times as there are different ones.
            var (groups, distinct) = KeyGroups.OfText(column);
            var ordered = All(distinct.Count);
            var texts = distinct.ToArray();
            Array.Sort(texts, ordered, TextOrder.Instance);
            var ranks = new ulong[texts.Length];
            for (var i = 0; i < ordered.Length; i++)
                ranks[ordered[i]] = (ulong)i;

            var keys = new ulong[rows.Length];
            var present = new int[rows.Length];
            var missing = new List<int>();
            var count = 0;
            foreach (var row in rows)
            {
                if (distinct[groups[row]] is null)
                {
                    missing.Add(row);
                    continue;
                }

                var key = ranks[groups[row]];
                keys[count] = descending ? ~key : key;
                present[count++] = row;
            }

            return Sort(keys, present, count, missing);
        }

        private static int[] Sort(ulong[] keys, int[] present, int count, List<int> missing)
        {
            var sorted = RadixSort.Sort(keys, present, count);
            missing.CopyTo(sorted, count);
            return sorted;
        }

        private static Dictionary<decimal, ulong> DecimalRanks(ValueColumn<decimal> column)
        {
            var distinct = new HashSet<decimal>();
            foreach (var chunk in column.Data.Chunks)
            {
                foreach (var value in chunk.Values[..chunk.Length])
                    distinct.Add(value);
            }

            return distinct.Order().Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => (ulong)pair.rank);
        }
    }
}
