using Refrain.Frames.Buffers;
using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Rows.Views;

/// <summary>Puts rows in the order of a column: stable, with nulls and NaN last in either direction. Can be given up at any time.</summary>
/// <remarks>The order is that of <see cref="SortOrder"/>, which a test compares; this one may be over many millions of rows that a reader no longer wants.</remarks>
internal static class RowSorter
{
    /// <summary>The share of the work that is reading the keys; the rest is sorting them.</summary>
    private const double Reading = 0.3;

    /// <summary>Sorts all rows of a column, or those given.</summary>
    internal static int[] Sort(Column column, bool descending, int[]? rows, Work work) =>
        column.Storage.Accept(new Sorting(column.Length, descending, rows, work));

    private sealed class Sorting(int length, bool descending, int[]? rows, Work work) : IColumnVisitor<int[]>
    {
        private readonly int _count = rows?.Length ?? length;
        private readonly Work _reading = work.Part(0, Reading);

        public int[] Visit<T>(ValueColumn<T> column)
            where T : unmanaged
        {
            using var values = new PinnedValues<T>(column.Data);
            return typeof(T) == typeof(decimal) ? ByRank(Ranks((PinnedValues<decimal>)(object)values)) : ByKey(values);
        }

        public int[] Visit(TextColumn column)
        {
            var distinct = new Dictionary<byte[], int>(Utf8Comparer.Instance);
            var known = distinct.GetAlternateLookup<ReadOnlySpan<byte>>();
            var texts = new List<string>();
            var ids = new int[_count];
            for (var i = 0; i < _count; i++)
            {
                Check(i);
                var chunk = column.Data.Locate(RowAt(i), out var offset);
                if (chunk.IsNull(offset))
                    ids[i] = -1;
                else if (!known.TryGetValue(chunk.Utf8(offset), out ids[i]))
                {
                    known[chunk.Utf8(offset)] = ids[i] = texts.Count;
                    texts.Add(chunk.Read(offset)!);
                }
            }

            return ByRank((ids, RanksOf([.. texts], TextOrder.Instance)));
        }

        private (int[] Ids, int[] Ranks) Ranks(PinnedValues<decimal> values)
        {
            var distinct = new Dictionary<decimal, int>();
            var ids = new int[_count];
            for (var i = 0; i < _count; i++)
            {
                Check(i);
                if (!values.TryRead(RowAt(i), out var value))
                    ids[i] = -1;
                else if (!distinct.TryGetValue(value, out ids[i]))
                    distinct[value] = ids[i] = distinct.Count;
            }

            return (ids, RanksOf([.. distinct.OrderBy(pair => pair.Value).Select(pair => pair.Key)], Comparer<decimal>.Default));
        }

        private static int[] RanksOf<T>(T[] values, IComparer<T> order)
        {
            var sorted = new int[values.Length];
            for (var i = 0; i < sorted.Length; i++)
                sorted[i] = i;
            Array.Sort(values, sorted, order);
            var ranks = new int[values.Length];
            for (var rank = 0; rank < sorted.Length; rank++)
                ranks[sorted[rank]] = rank;
            return ranks;
        }

        private int[] ByKey<T>(PinnedValues<T> values)
            where T : unmanaged
        {
            var sorter = new KeyedRows(_count);
            for (var i = 0; i < _count; i++)
            {
                Check(i);
                var row = RowAt(i);
                if (!values.TryRead(row, out var value) || ColumnExtremes.IsNaN(value))
                    sorter.AddMissing(row);
                else
                    sorter.Add(descending ? ~RadixSort.Key(value) : RadixSort.Key(value), row);
            }

            return sorter.Sort(work.Part(Reading, 1));
        }

        private int[] ByRank((int[] Ids, int[] Ranks) ranked)
        {
            var sorter = new KeyedRows(_count);
            for (var i = 0; i < _count; i++)
            {
                Check(i);
                if (ranked.Ids[i] < 0)
                    sorter.AddMissing(RowAt(i));
                else
                    sorter.Add(descending ? ~(ulong)ranked.Ranks[ranked.Ids[i]] : (ulong)ranked.Ranks[ranked.Ids[i]], RowAt(i));
            }

            return sorter.Sort(work.Part(Reading, 1));
        }

        private int RowAt(int i) => rows is null ? i : rows[i];

        private void Check(int i)
        {
            if ((i & (Work.Block - 1)) == 0)
                _reading.Reached((double)i / _count);
        }
    }
}
