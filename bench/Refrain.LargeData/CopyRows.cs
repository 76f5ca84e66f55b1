using System.Globalization;

namespace Refrain.LargeData;

/// <summary>What must be copied, beside the copying by itself.</summary>
internal static class CopyRows
{
    internal static IEnumerable<ReportRow> Arrays()
    {
        foreach (var rows in new[] { 10_000_000, 50_000_000, 100_000_000 })
        {
            var arrays = Numbers.Arrays(rows);
            Functions.Built = arrays;
            var first = Clock.Time(() => Functions.Arrays(rows));
            Functions.Built = null;
            var (hits, copies) = (new List<TimeSpan>(), new List<TimeSpan>());

            // One after the other by turns, and each with its memory given back, so that both meet the same machine.
            for (var round = 0; round < 5; round++)
            {
                copies.Add(Clock.Time(() => Copy(arrays)));
                GC.Collect();
                hits.Add(Clock.Time(() => Functions.Arrays(rows)));
                GC.Collect();
            }

            var ratio = hits.Order().ElementAt(2) / copies.Order().ElementAt(2);
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"`double[]` × 4 in a record, {rows / 1_000_000}M rows, later runs"), "at most 1.2 × a parallel copy of the same bytes",
                $"{Clock.Times(ratio)}: {Clock.Say(hits.Order().ElementAt(2))} beside {Clock.Say(copies.Order().ElementAt(2))} (first run {Clock.Say(first)})", ratio <= 1.2);
            Clock.GiveBack();
        }
    }

    internal static IEnumerable<ReportRow> Cell()
    {
        const int Rows = 100_000_000;
        var arrays = Numbers.Arrays(Rows);
        Functions.Built = Numbers.Frame(arrays);
        Functions.Data(Rows);
        var row = 0;
        var write = Clock.Median(21, () =>
        {
            var mine = Functions.Data(Rows);
            mine[row += 4_000_000, "C"] = 0.5;
        });
        var column = Clock.Median(3, () => arrays.C.Clone(), GC.Collect);
        yield return new("hit, then set one cell of one column of 100M rows", "the cost of copying that column", $"{Clock.Say(write)} beside {Clock.Say(column)}", write <= column);
        Clock.GiveBack();
    }

    /// <summary>A copy as fast as this machine makes one: new arrays, all cores.</summary>
    private static FourArrays Copy(FourArrays arrays) => new(Copy(arrays.A), Copy(arrays.B), Copy(arrays.C), Copy(arrays.D));

    private static double[] Copy(double[] array)
    {
        const int Piece = 1 << 18;
        var copy = GC.AllocateUninitializedArray<double>(array.Length);
        Parallel.For(0, (array.Length + Piece - 1) / Piece, piece =>
        {
            var length = Math.Min(Piece, array.Length - (piece * Piece));
            array.AsSpan(piece * Piece, length).CopyTo(copy.AsSpan(piece * Piece));
        });
        return copy;
    }
}
