using System.Diagnostics;
using Refrain.Server.Tests;

namespace Refrain.LargeData;

/// <summary>A table of a hundred million rows on a page: what a browser waits for, over HTTP.</summary>
internal static class WindowRows
{
    private const int Rows = 100_000_000;
    private const int Different = 1_000_000;
    private const int Windows = 5_000;
    private const int Count = 200;

    internal static IEnumerable<ReportRow> All()
    {
        var table = Table();
        var server = TestServer.StartAsync(app => app.MapRefrain("/", () => Ui.DataFrame(table))).GetAwaiter().GetResult();
        try
        {
            var visit = Visit.OpenAsync(server).GetAwaiter().GetResult();
            var source = visit.Source("dataFrame");
            yield return Anywhere(visit, source, "window of 200 rows × 10 columns anywhere in 100M rows, the whole answer over HTTP", "");
            yield return Found(visit, source, "rows in the order of 100M whole numbers, found", "sort=0&descending=true");
            yield return Anywhere(visit, source, "the same window in that order", "&sort=0&descending=true");
            yield return Found(visit, source, "rows of 100M with a word, found", "search=omsø");
            yield return Found(visit, source, "rows of 100M with a number over another, found", """filters=[{"column":3,"test":"atLeast","value":"0.5"}]""");
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Ten columns of four types. The rows repeat after a million, but for their numbers, so that they take half a gigabyte.</summary>
    private static DataFrame Table()
    {
        var random = new Random(1);
        string[] cities = ["Bergen", "Oslo", "Tromsø"];
        var part = new DataFrame(
            ("city", Enumerable.Range(0, Different).Select(_ => cities[random.Next(3)]).ToArray()),
            ("hour", Enumerable.Range(0, Different).Select(_ => random.Next(24)).ToArray()));
        for (var column = 0; column < 7; column++)
            part[$"n{column}"] = (ReadOnlyMemory<double>)Numbers.Doubles(Different, column);
        var table = part;
        while (table.RowCount < Rows)
            table = table.Concat(table.Take(Rows - table.RowCount));
        table["id"] = (ReadOnlyMemory<int>)Enumerable.Range(0, Rows).ToArray();
        return table.Select("id", "city", "hour", "n0", "n1", "n2", "n3", "n4", "n5", "n6");
    }

    private static ReportRow Anywhere(Visit visit, string source, string name, string view)
    {
        var random = new Random(2);

        // Until all of it is compiled for good.
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(8);)
            Read();
        var times = Enumerable.Range(0, Windows).Select(_ => Clock.Time(Read)).Order().ToList();
        var (median, late) = (times[Windows / 2], times[Windows * 99 / 100]);
        return new(name, "under 5 ms at the server", $"median {Clock.Say(median)}, 99 of 100 within {Clock.Say(late)}", late.TotalMilliseconds < 5);

        void Read() => visit.Read($"{source}?count={Count}&from={random.Next(Rows - Count)}{view}");
    }

    private static ReportRow Found(Visit visit, string source, string name, string view)
    {
        var time = Clock.Time(() => visit.Read($"{source}/view?{view}"));
        return new(name, "stated", Clock.Say(time), null);
    }
}
