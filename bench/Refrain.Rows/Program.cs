using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Refrain;
using Refrain.Elements;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;

// dotnet run -c Release --project bench/Refrain.Rows        what a page's table and chart cost at the server, at sizes nobody scrolls through
const int TableRows = 100_000_000;
const int ChartRows = 10_000_000;
var random = new Random(1);

var source = new FrameSource(Table());
var columns = Enumerable.Range(0, 10).ToArray();
var whole = await source.OpenAsync(RowQuery.All, null, default);
Windows("window of 200 rows x 10 columns anywhere in 100M rows", whole);

var sort = new RowQuery("", [], 0, Descending: true);
Say("sort of 100M int", Time(() => source.OpenAsync(sort, null, default).GetAwaiter().GetResult()));
Windows("the same of the sorted table", await source.OpenAsync(sort, null, default));
Say("search of 100M rows for a word", Time(() => source.OpenAsync(new("omsø", [], null, false), null, default).GetAwaiter().GetResult()));
Say("filter of 100M rows by a number", Time(() => source.OpenAsync(new("", [new(3, RowTest.AtLeast, "0.5")], null, false), null, default).GetAwaiter().GetResult()));

var walk = 0.0;
var line = new DataFrame(
    ("x", Enumerable.Range(0, ChartRows).ToArray()),
    ("y", Enumerable.Range(0, ChartRows).Select(_ => walk += random.NextDouble() - 0.5).ToArray()));
for (var round = 0; round < 3; round++)
    Say("line chart of 10M points, until all of its rows are sent", Time(() => Draw(line)));

DataFrame Table()
{
    const int different = 1_000_000;
    string[] cities = ["Bergen", "Oslo", "Tromsø"];
    var part = new DataFrame(
        ("city", Enumerable.Range(0, different).Select(_ => cities[random.Next(3)]).ToArray()),
        ("hour", Enumerable.Range(0, different).Select(_ => random.Next(24)).ToArray()));
    for (var column = 0; column < 7; column++)
        part[$"n{column}"] = Enumerable.Range(0, different).Select(_ => random.NextDouble()).ToArray();
    var table = part;
    while (table.RowCount < TableRows)
        table = table.Concat(table.Take(TableRows - table.RowCount));
    table["id"] = Enumerable.Range(0, TableRows).ToArray();
    return table.Select("id", "city", "hour", "n0", "n1", "n2", "n3", "n4", "n5", "n6");
}

void Windows(string what, RowView view)
{
    var times = new List<double>();
    for (var round = 0; round < 1_000; round++)
    {
        var window = new RowWindow(random.Next(view.Count - 200), 200, columns);
        times.Add(Time(() => source.Write(window, view, new ArrayBufferWriter<byte>())).TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[500]:0.000} ms, 99 of 100 within {times[990]:0.000} ms"));
}

static void Draw(DataFrame data)
{
    var chart = new ChartRequest(Mark.Line, "x", "y", null, null, null).Of(data);
    var source = chart.Sources[0];
    var view = source.OpenAsync(RowQuery.All, null, default).GetAwaiter().GetResult();
    for (var from = 0; from < chart.Rows; from += 1_000)
        source.Write(new RowWindow(from, (int)Math.Min(1_000, chart.Rows - from), [0, 1]), view, new ArrayBufferWriter<byte>());
}

static TimeSpan Time(Action act)
{
    var watch = Stopwatch.StartNew();
    act();
    return watch.Elapsed;
}

static void Say(string what, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalSeconds:0.00} s"));
