namespace Refrain.Frames.Rows.Views;

/// <summary>Finds the rows that a query asks for, block by block on all processors.</summary>
internal static class RowFinder
{
    internal static int[] Find(DataFrame frame, RowQuery query, Work work)
    {
        // Each thread has tests of its own: they hold columns in place and have room to write a cell in.
        var blocks = (frame.RowCount + Work.Block - 1) / Work.Block;
        var found = new int[blocks][];
        var done = 0;
        Parallel.For(
            0, blocks, new ParallelOptions { CancellationToken = work.Token, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new RowTests(frame, query),
            (block, _, tests) =>
            {
                var start = block * Work.Block;
                found[block] = tests.Of(start, Math.Min(Work.Block, frame.RowCount - start));
                work.Reached((double)Interlocked.Increment(ref done) / blocks);
                return tests;
            },
            tests => tests.Dispose());
        return Join(found);
    }

    private static int[] Join(int[][] parts)
    {
        var all = new int[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }

    /// <summary>The tests of one query, for one thread.</summary>
    private sealed class RowTests : IDisposable
    {
        private readonly List<CellTest> _filters = [];
        private readonly List<CellTest>? _search;

        internal RowTests(DataFrame frame, RowQuery query)
        {
            foreach (var filter in query.Filters)
                _filters.Add(CellTest.Of(frame.ColumnAt(filter.Column), filter.Test, filter.Value));
            if (query.Search.Length > 0)
                _search = [.. frame.Columns.Select(column => CellTest.Of(column, RowTest.Contains, query.Search)).Where(test => !test.IsNever)];
        }

        internal int[] Of(int start, int count)
        {
            var rows = new List<int>();
            for (var row = start; row < start + count; row++)
            {
                if (Holds(row))
                    rows.Add(row);
            }

            return [.. rows];
        }

        private bool Holds(int row)
        {
            foreach (var filter in _filters)
            {
                if (!filter.Holds(row))
                    return false;
            }

            if (_search is null)
                return true;
            foreach (var test in _search)
            {
                if (test.Holds(row))
                    return true;
            }

            return false;
        }

        public void Dispose()
        {
            foreach (var test in _filters)
                test.Dispose();
            foreach (var test in _search ?? [])
                test.Dispose();
        }
    }
}
