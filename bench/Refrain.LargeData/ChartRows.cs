using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Refrain.Server.Tests;

namespace Refrain.LargeData;

/// <summary>A line chart of ten million points: from the call of <c>Ui.LineChart</c> until what it draws is with the browser, and painted.</summary>
internal static class ChartRows
{
    private const int Points = 10_000_000;
    private const int Rounds = 9;
    private const int Window = 1_000;

    /// <summary>A line is on the canvas, and the frame that shows it is done.</summary>
    private const string Painted =
        """
        () => new Promise(done => {
          const isDrawn = canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte !== 0);
          const look = () => [...document.querySelectorAll("figure canvas")].some(isDrawn) ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(look);
          look();
        })
        """;

    private static long _called;

    internal static IEnumerable<ReportRow> All()
    {
        var walk = Walk();
        var x = Enumerable.Range(0, Points).ToArray();

        // Made anew over the same arrays for each visitor, so that nothing is remembered of it.
        var server = TestServer.StartAsync(app => app.MapRefrain("/", () =>
        {
            var data = new DataFrame(("x", (ReadOnlyMemory<int>)x), ("y", (ReadOnlyMemory<double>)walk));
            _called = Stopwatch.GetTimestamp();
            Ui.LineChart(data, "x", "y");
        })).GetAwaiter().GetResult();
        try
        {
            yield return Row("line chart of 10M points, from the call until all its rows are answered over HTTP", Rows(server));
            yield return File.Exists(Chromium)
                ? Row("the same, until it is painted in a browser that opens the page anew", PaintsAsync(server).GetAwaiter().GetResult())
                : new("the same, until it is painted in a browser", "first picture under 1 s on two cores", $"no browser at {Chromium}", null);
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private static double[] Walk()
    {
        var (values, at) = (Numbers.Doubles(Points, 1), 0.0);
        foreach (ref var value in values.AsSpan())
            value = at += value - 0.5;
        return values;
    }

    private static List<TimeSpan> Rows(TestServer server)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var visit = Visit.OpenAsync(server).GetAwaiter().GetResult();
            for (var from = 0; from < visit.Number("chart", "rows"); from += Window)
                visit.Read(string.Create(CultureInfo.InvariantCulture, $"{visit.Source("chart")}?from={from}&count={Window}"));
            times.Add(Stopwatch.GetElapsedTime(_called));
        }

        return times;
    }

    private static async Task<List<TimeSpan>> PaintsAsync(TestServer server)
    {
        using var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] }).ConfigureAwait(false);
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var page = await browser.NewPageAsync().ConfigureAwait(false);
            await page.GotoAsync(server.Address.ToString()).ConfigureAwait(false);
            await page.EvaluateAsync(Painted).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(_called));
            await page.CloseAsync().ConfigureAwait(false);
        }

        return times;
    }

    private static ReportRow Row(string name, List<TimeSpan> times)
    {
        var (first, median) = (times[0], times.Order().ElementAt(Rounds / 2));
        return new(name, "first picture under 1 s on two cores", $"{Clock.Say(median)} (the first of the process {Clock.Say(first)})", first.TotalSeconds < 1 && median.TotalSeconds < 1);
    }
}
