using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>What can be said of each column in a few numbers.</summary>
internal static class Description
{
    private sealed record Line(double? Mean, double? Std, double? Min, double? Q25, double? Median, double? Q75, double? Max);

    internal static DataFrame Of(DataFrame frame)
    {
        var columns = frame.Columns.ToList();
        var lines = columns.ConvertAll(column => Of(Numbers(column)));
        return new DataFrame(
            ("column", columns.Select(column => column.Name).ToArray()),
            ("type", columns.Select(column => ColumnTypes.Name(column.Type)).ToArray()),
            ("values", columns.Select(column => column.Length - column.NullCount).ToArray()),
            ("nulls", columns.Select(column => column.NullCount).ToArray()),
            ("mean", lines.Select(line => line.Mean).ToArray()),
            ("std", lines.Select(line => line.Std).ToArray()),
            ("min", lines.Select(line => line.Min).ToArray()),
            ("q25", lines.Select(line => line.Q25).ToArray()),
            ("median", lines.Select(line => line.Median).ToArray()),
            ("q75", lines.Select(line => line.Q75).ToArray()),
            ("max", lines.Select(line => line.Max).ToArray()));
    }

    private static Line Of(double[] sorted)
    {
        if (sorted.Length == 0)
            return new(null, null, null, null, null, null, null);
        var mean = sorted.Average();
        double? std = sorted.Length < 2 ? null : Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        return new(mean, std, sorted[0], Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1]);
    }

    /// <summary>The numbers of a column in order; none when it holds something else.</summary>
    private static double[] Numbers(Column column)
    {
        if (!ColumnTypes.IsNumeric(column.Type))
            return [];
        var numbers = new List<double>(column.Length - column.NullCount);
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsNullAt(row) && column.ReadDouble(row) is var number && !double.IsNaN(number))
                numbers.Add(number);
        }

        numbers.Sort();
        return [.. numbers];
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
