using System.Diagnostics;
using System.Globalization;

namespace Refrain.LargeData;

/// <summary>The table of Streamlit's documents on the same shape of data: a frame of four columns of doubles, what the cache adds to a call.</summary>
internal sealed class Headline
{
    private static readonly int[] Sizes = [10_000_000, 50_000_000, 100_000_000, 200_000_000];

    private readonly List<TimeSpan> _dataFirst = [];
    private readonly List<TimeSpan> _dataLater = [];
    private readonly List<TimeSpan> _resourceFirst = [];
    private readonly List<TimeSpan> _resourceLater = [];

    internal static Headline Measure()
    {
        var table = new Headline();
        Warm();
        foreach (var rows in Sizes)
            table.Measure(rows);
        return table;
    }

    /// <summary>The matrix, with what Streamlit publishes below each line.</summary>
    internal IEnumerable<string> Matrix()
    {
        yield return "| | 10M rows | 50M rows | 100M rows | 200M rows |";
        yield return "| --- | --- | --- | --- | --- |";
        yield return Line("data, first run", _dataFirst);
        yield return "| *Streamlit* | 0.4 s | 3 s | 14 s | 28 s |";
        yield return Line("data, later runs", _dataLater);
        yield return "| *Streamlit* | 0.2 s | 1 s | 2 s | 7 s |";
        yield return Line("resource, first run", _resourceFirst);
        yield return "| *Streamlit* | 0.01 s | 0.1 s | 0.2 s | 1 s |";
        yield return Line("resource, later runs", _resourceLater);
        yield return "| *Streamlit* | 0 s | 0 s | 0 s | 0 s |";
    }

    internal IEnumerable<ReportRow> Rows()
    {
        yield return Under("`[CacheData]`, frame of 10M to 200M rows, first run", _dataFirst);
        yield return Under("the same, later runs", _dataLater);
        yield return Under("`[CacheResource]`, the same frames, first run", _resourceFirst);
        yield return Under("the same, later runs", _resourceLater);
        yield return Flat("`[CacheData]`, 200M beside 10M rows, first run", _dataFirst);
        yield return Flat("the same, later runs", _dataLater);
    }

    private static void Warm()
    {
        Functions.Built = Numbers.Frame(Numbers.Arrays(1000));

        // Until all of it is compiled for good: a first run, and many later ones.
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(3);)
        {
            Cache.ClearData();
            Cache.ClearResources();
            for (var call = 0; call < 100; call++)
            {
                Functions.Data(1000);
                Functions.Shared(1000);
            }
        }

        Clock.GiveBack();
    }

    private void Measure(int rows)
    {
        var frame = Numbers.Frame(Numbers.Arrays(rows));
        Functions.Built = frame;

        // A first run is measured as often as a later one: the entry goes, and the frame is a new shell.
        _dataFirst.Add(Clock.Median(101, () => Functions.Data(rows), () => Again(frame)));
        _dataLater.Add(Clock.Median(10_001, () => Functions.Data(rows)));
        _resourceFirst.Add(Clock.Median(101, () => Functions.Shared(rows), () => Again(frame)));
        _resourceLater.Add(Clock.Median(10_001, () => Functions.Shared(rows)));
        Clock.GiveBack();
    }

    private static void Again(DataFrame frame)
    {
        Cache.ClearData();
        Cache.ClearResources();
        Functions.Built = frame.Copy();
    }

    private static string Line(string name, List<TimeSpan> times) => $"| {name} | {string.Join(" | ", times.Select(Clock.Say))} |";

    private static ReportRow Under(string name, List<TimeSpan> times) =>
        new(name, "each under 100 µs", $"{Clock.Say(times.Min())} to {Clock.Say(times.Max())}", times.TrueForAll(time => time.TotalMicroseconds < 100));

    private static ReportRow Flat(string name, List<TimeSpan> times)
    {
        var ratio = times[^1] / times[0];
        return new(name, "at most 2 ×", string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} ×"), ratio <= 2);
    }
}
