using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Refrain.LargeData;

/// <summary>A frame as an argument.</summary>
internal static class KeyRows
{
    private const int Rows = 10_000_000;

    internal static IEnumerable<ReportRow> All()
    {
        var arrays = Numbers.Arrays(Rows);
        var frame = Numbers.Frame(arrays);
        Functions.Rows(Numbers.Frame(Numbers.Arrays(1000)));
        var sha = Clock.Median(3, () => Hash(arrays));

        // A frame made anew over the same arrays remembers nothing: its first key reads every byte.
        var first = Clock.Median(9, () => Functions.Rows(frame), () => frame = Numbers.Frame(arrays));
        var repeated = Clock.Median(10_001, () => Functions.Rows(frame));
        yield return new("key of a frame of 10M rows, first (the whole call)", "at least 5 × the rate of `SHA256.HashData`", $"{Clock.Times(sha / first)}: {Clock.Say(first)} beside {Clock.Say(sha)}", sha / first >= 5);
        yield return new("the same, repeated (the whole hit)", "under 5 µs", Clock.Say(repeated), repeated.TotalMicroseconds < 5);
        Clock.GiveBack();
    }

    private static void Hash(FourArrays arrays)
    {
        foreach (var array in new[] { arrays.A, arrays.B, arrays.C, arrays.D })
            SHA256.HashData(MemoryMarshal.AsBytes(array.AsSpan()));
    }
}
