using System.Globalization;

namespace Refrain.LargeData;

/// <summary>The memory of the process at its highest. Measured in a process of its own.</summary>
internal static class MemoryRows
{
    private const int Sessions = 10;
    private const int Rows = 201_326_592;

    internal static IEnumerable<ReportRow> All()
    {
        Functions.Built = Numbers.Frame(Numbers.Arrays(Rows));
        const long Bytes = 4L * sizeof(double) * Rows;

        // Each session has its frame in hand while the others get theirs, and changes it.
        var frames = Enumerable.Range(0, Sessions).AsParallel().WithDegreeOfParallelism(Sessions).Select(session =>
        {
            var mine = Functions.Data(Rows);
            mine.Columns.Remove("B");
            mine.Columns.Rename("C", $"C of {session}");
            return mine;
        }).ToList();
        var peak = Peak();
        var ratio = (double)peak / Bytes;
        yield return new(
            $"peak resident memory, frame of {Gib(Bytes)} cached and hit by {frames.Count} sessions", "at most 1.05 × the frame", $"{Clock.Times(ratio)}: {Gib(peak)}", ratio <= 1.05);
    }

    private static string Gib(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):F2} GiB");

    private static long Peak()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
