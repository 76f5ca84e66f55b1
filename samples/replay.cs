// Replay
// A cached function that draws: what it drew comes back on every hit, though nothing runs.
Ui.Title("Replay");
Ui.Write("The part below is drawn inside one cached function. Run again, or open the page elsewhere: it is all there, and was drawn once.");

if (Ui.Button("Run again"))
    Ui.Caption("This run drew only this line, and replayed the rest.");

var total = Report(2026);
Ui.Metric("Total, the function's result", total);
Ui.Caption($"The function ran {Runs.Count} time(s).");

if (Ui.Button("Clear the cache"))
{
    Cache.Clear(Report);
    Ui.Rerun();
}

[CacheData]
static int Report(int year)
{
    Interlocked.Increment(ref Runs.Count);
    int[] months = [12, 18, 9, 24, 31, 28, 35, 40, 33, 27, 19, 14];
    Ui.Header($"Visitors in {year}");
    Ui.Success($"All {months.Length} months are in.");
    Ui.LineChart(new DataFrame(("Month", Enumerable.Range(1, 12).ToArray()), ("Visitors", months)), x: "Month", y: "Visitors");
    return months.Sum();
}

static class Runs
{
    public static int Count;
}
