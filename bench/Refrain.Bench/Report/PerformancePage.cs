using System.Runtime.InteropServices;

namespace Refrain.Bench.Report;

/// <summary>The page whose tables are this program's output, between a pair of comments each.</summary>
internal static class PerformancePage
{
    private const string Head = "| Case | Reach | Measured | Reached |\n| --- | --- | --- | --- |\n";

    internal static void Write(string path, string table, IEnumerable<Rows.Row> rows) =>
        Replace(path, table, Head + string.Concat(rows.Select(row => $"{row}\n")));

    /// <summary>What the figures were measured on; never which machine.</summary>
    internal static void WriteMachine(string path) => Replace(path, "machine",
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}, Release.\n");

    internal static void Replace(string path, string name, string content)
    {
        var page = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
            throw new InvalidOperationException($"{path} has no place for the table '{name}': a line '{begin.TrimEnd()}' and a line '{end}'.");
        File.WriteAllText(path, string.Concat(page.AsSpan(0, from), content, page.AsSpan(to)));
    }
}
