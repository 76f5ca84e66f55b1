namespace Refrain.Elements;

/// <summary>The edges between which values are counted: one more than there are bins, all bins of one width.</summary>
internal sealed record Bins(double Start, double Width, int Count)
{
    /// <summary>More than these are too thin to be seen.</summary>
    public const int Most = 1_000;

    /// <summary>The rule of Freedman and Diaconis asks for very many where a few values lie far out.</summary>
    private const int MostByItself = 100;

    private const double Second = 1_000;
    private const double Day = 86_400 * Second;

    private static readonly double[] Clock =
        [.. new[] { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200 }.Select(seconds => seconds * Second)];

    /// <summary>The edges, in order.</summary>
    public IReadOnlyList<double> Edges => [.. Enumerable.Range(0, Count + 1).Select(Edge)];

    /// <summary>So many bins between the least and the greatest value.</summary>
    public static Bins Exactly(int count, Spread spread) =>
        spread.Least == spread.Greatest ? new(spread.Least - 0.5, 1.0 / count, count) : new(spread.Least, (spread.Greatest / count) - (spread.Least / count), count);

    /// <summary>As many as the values need, at edges that are round for a reader.</summary>
    /// <remarks>The larger of two counts, as NumPy's <c>auto</c> has it: log2(n) + 1 (H. A. Sturges, "The choice of a class interval", 1926), and the range
    /// over 2 · IQR / ∛n (D. Freedman and P. Diaconis, "On the histogram as a density estimator: L2 theory", 1981).</remarks>
    public static Bins Automatic(Spread spread, Type type)
    {
        var range = spread.Greatest - spread.Least;
        if (!double.IsFinite(range))
            return Exactly(10, spread);
        var sturges = Math.Ceiling(Math.Log2(Math.Max(1, spread.Count))) + 1;
        var width = 2 * spread.Quartiles / Math.Cbrt(spread.Count);
        var wanted = Math.Clamp(width > 0 ? Math.Max(sturges, Math.Ceiling(range / width)) : sturges, 1, MostByItself);
        var round = Round(range == 0 ? 1 : range / wanted, type);
        var start = Math.Floor(spread.Least / round) * round;
        var count = (int)Math.Min(Most, Math.Floor((spread.Greatest - start) / round) + 1);

        // A greatest value at an edge belongs to the bin below it, except where a bin is one whole number.
        if (count > 1 && start + ((count - 1) * round) >= spread.Greatest && !(IsWhole(type) && round == 1))
            count--;
        return round > 0 && start + round > start ? new(start, round, count) : Exactly(10, spread);
    }

    /// <summary>Counts values into the bins. What is no finite number is in none; the last bin has its upper edge too.</summary>
    public long[] CountIn(double[] values)
    {
        var counts = new long[Count];
        var perWidth = 1 / Width;
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                continue;
            var bin = Math.Clamp((int)((value - Start) * perWidth), 0, Count - 1);

            // The division may round over an edge by one.
            if (value < Edge(bin) && bin > 0)
                bin--;
            else if (bin < Count - 1 && value >= Edge(bin + 1))
                bin++;
            counts[bin]++;
        }

        return counts;
    }

    private double Edge(int bin) => Start + (bin * Width);

    private static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(DateOnly);

    private static double Round(double width, Type type)
    {
        if (type != typeof(DateTime) && type != typeof(TimeSpan))
            return IsWhole(type) ? Math.Max(1, Math.Ceiling(Decimal(width))) : Decimal(width);
        if (width > Day / 2)
            return Day * Math.Ceiling(Decimal(width / Day));
        return width > Second / 2 ? Array.Find(Clock, step => step >= width) : Decimal(width);
    }

    /// <summary>The next of 1, 2 and 5 times a power of ten.</summary>
    private static double Decimal(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        var times = width / power;
        return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
    }
}
