// Counts the lines and words of source files, in a program without a page: `dotnet run --project samples/console-cache [folder]`.
using System.Diagnostics;

var folder = args.Length > 0 ? args[0] : AppContext.BaseDirectory;
var pattern = args.Length > 0 ? "*.cs" : "*.json";

Cache.Configure(o => o.Budget = 100L << 20);

// The second time every file is counted already, because nothing about it has changed.
foreach (var time in new[] { "first", "second" })
{
    var watch = Stopwatch.StartNew();
    var total = Total();
    Console.WriteLine($"{time} time: {total.Lines} lines, {total.Words} words in {Counts.Runs} files counted so far ({watch.Elapsed.TotalMilliseconds:0.0} ms)");
}

// One entry goes, and only that file is counted again.
var largest = new DirectoryInfo(folder).EnumerateFiles(pattern).MaxBy(file => file.Length)!;
Console.WriteLine($"{Cache.Clear(Count, largest)} entry cleared");
Total();
Console.WriteLine($"{Counts.Runs} files counted in all");

// A resource is one object for everyone. Held while it is used, released when the program ends.
using (Cache.Hold())
{
    await Report().WriteLineAsync($"{largest.Name} has {Count(largest).Lines} lines.");
    await Report().WriteLineAsync("The end.");
}

foreach (var report in Cache.Inspect())
    Console.WriteLine($"{report.Name}: {report.Entries} entries, {report.Hits} hits, {report.Executions} executions");

Size Total() => new DirectoryInfo(folder).EnumerateFiles(pattern).Select(Count).Aggregate((a, b) => new Size(a.Lines + b.Lines, a.Words + b.Words));

// A file is keyed by path, length and time, so one that was edited is counted again. Forgotten after ten minutes.
[CacheData(Ttl = "10m", MaxEntries = 10_000)]
static Size Count(FileInfo file)
{
    Counts.Runs++;
    var lines = File.ReadAllLines(file.FullName);
    return new Size(lines.Length, lines.Sum(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
}

internal sealed record Size(int Lines, int Words);

internal static class Counts
{
    internal static int Runs;
}

internal sealed partial class Program
{
    private static string ReportPath => Path.Combine(Path.GetTempPath(), $"console-cache-{Environment.ProcessId}.txt");

    [CacheResource(OnRelease = nameof(Close))]
    private static TextWriter Report() => TextWriter.Synchronized(new StreamWriter(ReportPath));

    private static async ValueTask Close(TextWriter report)
    {
        await report.DisposeAsync();
        Console.WriteLine($"the report was closed with {File.ReadAllLines(ReportPath).Length} lines");
        File.Delete(ReportPath);
    }
}
