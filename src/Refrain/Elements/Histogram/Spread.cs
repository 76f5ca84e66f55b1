namespace Refrain.Elements;

/// <summary>How values lie: how many finite ones there are, how many are none, the least, the greatest, and the distance between the quartiles.</summary>
internal sealed record Spread(long Count, long Without, double Least, double Greatest, double Quartiles)
{
    /// <summary>Of more values than these the quartiles are those of an even sample; a number of bins needs no more.</summary>
    private const int Sample = 20_000;

    /// <summary>Of several columns together.</summary>
    public static Spread Of(IReadOnlyList<Column> columns)
    {
        var every = (int)Math.Max(1, columns.Sum(column => (long)column.Length) / Sample);
        var parts = columns.SelectMany(column => AxisValues.Scan(column, values => Part.Of(values, every))).ToList();
        var sample = parts.SelectMany(part => part.Sample).Order().ToArray();
        return new(
            parts.Sum(part => part.Count), parts.Sum(part => part.Without),
            parts.Select(part => part.Least).DefaultIfEmpty(double.PositiveInfinity).Min(),
            parts.Select(part => part.Greatest).DefaultIfEmpty(double.NegativeInfinity).Max(),
            sample.Length == 0 ? 0 : sample[(int)((sample.Length - 1) * 0.75)] - sample[(int)((sample.Length - 1) * 0.25)]);
    }

    private sealed record Part(long Count, long Without, double Least, double Greatest, List<double> Sample)
    {
        public static Part Of(double[] values, int every)
        {
            var (count, least, greatest) = (0L, double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in values)
            {
                if (!double.IsFinite(value))
                    continue;
                count++;
                if (value < least)
                    least = value;
                if (value > greatest)
                    greatest = value;
            }

            var sample = new List<double>();
            for (var row = 0; row < values.Length; row += every)
            {
                if (double.IsFinite(values[row]))
                    sample.Add(values[row]);
            }

            return new(count, values.Length - count, least, greatest, sample);
        }
    }
}
