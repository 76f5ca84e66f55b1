using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>What aggregates have in common.</summary>
internal static class GroupAggregation
{
    internal static Column Count(KeyGroups groups)
    {
        var counts = new int[groups.Count];
        foreach (var id in groups.Ids)
            counts[id]++;
        return ColumnFactory.Share<int>(null, counts);
    }

    /// <summary>The number of values of each group that are not null.</summary>
    internal static int[] Values<T>(ValueColumn<T> column, KeyGroups groups)
        where T : unmanaged
    {
        var counts = new int[groups.Count];
        var row = 0;
        foreach (var chunk in column.Data.Chunks)
        {
            for (var i = 0; i < chunk.Length; i++, row++)
            {
                if (!chunk.IsNull(i))
                    counts[groups.Ids[row]]++;
            }
        }

        return counts;
    }

    /// <summary>The sums of each group; nulls hold zero and add nothing.</summary>
    internal static TSum[] Sums<T, TSum>(ValueColumn<T> column, KeyGroups groups, Func<T, TSum> read)
        where T : unmanaged
        where TSum : System.Numerics.IAdditionOperators<TSum, TSum, TSum>
    {
        var sums = new TSum[groups.Count];
        var row = 0;
        foreach (var chunk in column.Data.Chunks)
        {
            foreach (var value in chunk.Values[..chunk.Length])
            {
                ref var sum = ref sums[groups.Ids[row++]];
                sum = checked(sum + read(value));
            }
        }

        return sums;
    }

    /// <summary>The first row of each group that holds its extreme value; -1 for a group without values.</summary>
    internal static int[] Extremes<T>(ValueColumn<T> column, KeyGroups groups, bool least)
        where T : unmanaged
    {
        var found = new int[groups.Count];
        var best = new T[groups.Count];
        Array.Fill(found, -1);
        var row = 0;
        foreach (var chunk in column.Data.Chunks)
        {
            var values = chunk.Values;
            for (var i = 0; i < chunk.Length; i++, row++)
            {
                if (chunk.IsNull(i) || ColumnExtremes.IsNaN(values[i]))
                    continue;
                var id = groups.Ids[row];
                if (found[id] >= 0 && (least ? ColumnExtremes.Compare(values[i], best[id]) >= 0 : ColumnExtremes.Compare(values[i], best[id]) <= 0))
                    continue;
                (found[id], best[id]) = (row, values[i]);
            }
        }

        return found;
    }
}
