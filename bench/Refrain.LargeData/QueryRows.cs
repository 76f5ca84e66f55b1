
namespace Refrain.LargeData;

/// <summary>Queries beside what one would write without a frame.</summary>
internal static class QueryRows
{
    private const int Rows = 10_000_000;
    private const int Groups = 1000;

    internal static IEnumerable<ReportRow> All()
    {
        var values = Numbers.Doubles(Rows, 1);
        var keys = Array.ConvertAll(Numbers.Doubles(Rows, 2), value => (int)(value * Groups));
        var data = new DataFrame(("Key", (ReadOnlyMemory<int>)keys), ("Value", (ReadOnlyMemory<double>)values));

        yield return Beside(
            "group-by with mean, 10M rows in 1,000 groups", "LINQ's `GroupBy` and `Average`",
            () => data.GroupBy("Key").Mean("Value"),
            () => Enumerable.Range(0, Rows).GroupBy(row => keys[row], row => values[row]).Select(group => (group.Key, group.Average())).ToList());
        yield return Beside(
            "sort of 10M doubles", "`Array.Sort` of a copy",
            () => data.Select("Value").OrderBy("Value"),
            () =>
            {
                var copy = (double[])values.Clone();
                Array.Sort(copy);
                return copy;
            });
        yield return Beside(
            "sort of 10M rows of two columns", "LINQ's `OrderBy`",
            () => data.OrderBy("Value"),
            () => Enumerable.Range(0, Rows).Select(row => (Key: keys[row], Value: values[row])).OrderBy(row => row.Value).ToArray());
        yield return Beside(
            "filter of 10M, by an expression", "LINQ's `Where`",
            () => data.Select("Value").Where(data["Value"] > 0.5),
            () => values.Where(value => value > 0.5).ToArray());
        yield return Beside(
            "filter of 10M, by a lambda", "LINQ's `Where`",
            () => data.Select("Value").Where("Value", (double value) => value > 0.5),
            () => values.Where(value => value > 0.5).ToArray());
        yield return Beside(
            "product and sum of two columns of 10M", "LINQ's `Zip`",
            () => (data["Value"] * data["Value"]) + 1.0,
            () => values.Zip(values, (x, y) => (x * y) + 1.0).ToArray());
    }

    private static ReportRow Beside(string name, string other, Func<object> frame, Func<object> plain)
    {
        frame();
        plain();
        var (mine, theirs) = (Clock.Median(5, () => GC.KeepAlive(frame()), GC.Collect), Clock.Median(3, () => GC.KeepAlive(plain()), GC.Collect));
        return new(name, $"not slower than {other}", $"{Clock.Times(mine / theirs)}: {Clock.Say(mine)} beside {Clock.Say(theirs)}", mine <= theirs);
    }
}
