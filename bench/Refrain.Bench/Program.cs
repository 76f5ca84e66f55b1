using BenchmarkDotNet.Running;
using Refrain.Bench.Report;
using Refrain.Bench.Rows;

// report [--quick] [PAGE]   measures every row, prints them as Markdown tables, and writes them into the page
// weaving [PAGE]            what weaving adds to a build, alone
// rows [--quick]            the rows that are no BenchmarkDotNet benchmarks
// anything else             goes to BenchmarkDotNet: --filter '*IntHit*'
var quick = args.Contains("--quick");
var tables = new (string Name, Func<IEnumerable<Row>> Rows)[]
{
    ("hits", () => BenchmarkRows.Hits(quick)),
    ("threads", () => ThreadRows.All(quick)),
    ("copies", () => BenchmarkRows.Copies(quick)),
    ("keys", () => BenchmarkRows.Keys(quick)),
    ("misses", () => MissRows.All(quick)),
    ("weaving", () => WeavingRows.All(quick)),
};

switch (args.FirstOrDefault())
{
    case "report":
        var page = args.Skip(1).FirstOrDefault(argument => argument != "--quick");
        foreach (var (name, rows) in tables)
            Show(name, rows(), page);
        if (page is not null)
            PerformancePage.WriteMachine(page);
        return;
    case "weaving":
        Show("weaving", WeavingRows.All(quick), args.Skip(1).FirstOrDefault());
        return;
    case "rows":
        Show("threads", ThreadRows.All(quick), null);
        Show("misses", MissRows.All(quick), null);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkDotNet.Configs.DefaultConfig.Instance);
        return;
}

static void Show(string table, IEnumerable<Row> rows, string? page)
{
    var all = new List<Row>();
    foreach (var row in rows)
    {
        all.Add(row);
        Console.WriteLine(row);
    }

    if (page is not null)
        PerformancePage.Write(page, table, all);
}
