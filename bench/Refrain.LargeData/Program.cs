using Refrain.Bench.Report;
using Refrain.LargeData;

// SECTION [PAGE]   measures a section of docs/large-data.md, prints it as a Markdown table, and writes it into the page
var sections = new Dictionary<string, Func<IEnumerable<ReportRow>>>
{
    ["arrays"] = CopyRows.Arrays,
    ["cell"] = CopyRows.Cell,
    ["keys"] = KeyRows.All,
    ["memory"] = MemoryRows.All,
    ["queries"] = QueryRows.All,
    ["csv"] = CsvRows.All,
    ["window"] = WindowRows.All,
    ["chart"] = ChartRows.All,
};
var (section, page) = (args.FirstOrDefault() ?? "", args.Skip(1).FirstOrDefault());
if (section == "headline")
{
    var headline = Headline.Measure();
    var matrix = string.Concat(headline.Matrix().Select(line => line + "\n"));
    Console.Write(matrix);
    if (page is not null)
        PerformancePage.Replace(page, "matrix", matrix);
    Show(headline.Rows());
    return 0;
}

if (sections.TryGetValue(section, out var rows))
{
    Show(rows());
    return 0;
}

Console.Error.WriteLine($"Name a section: headline, {string.Join(", ", sections.Keys)}.");
return 2;

void Show(IEnumerable<ReportRow> rows)
{
    var all = new List<ReportRow>();
    foreach (var row in rows)
    {
        all.Add(row);
        Console.WriteLine(row);
    }

    if (page is not null)
    {
        PerformancePage.Write(page, section, all);
        PerformancePage.WriteMachine(page);
    }
}
