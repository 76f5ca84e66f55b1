// Select rows
// A table of airports, and a chart of those that are chosen in it.
using System.Runtime.CompilerServices;

Ui.Title("Where birds strike");
Ui.Write("Choose airports at the left of the table: the chart below shows their strikes by year. Sort and search as you like; what is chosen stays the same airports.");

var strikes = Strikes(Data("birdstrikes.csv"));
var airports = Airports(strikes);
var chosen = Ui.DataFrame(airports, label: "Airports", select: GridSelect.Rows, key: "airports", columns: new Dictionary<string, GridColumn>
{
    ["Airport"] = new() { Pinned = true, Width = 280 },
    ["Strikes"] = GridColumn.Progress(0, airports.RowCount == 0 ? 1 : airports.Column<int>("Strikes").Max()),
});

var names = (chosen.IsEmpty ? airports.Take(5) : chosen.RowsOf(airports)).Column<string>("Airport").ToHashSet();
Ui.Header(chosen.IsEmpty ? "The five with the most" : $"{chosen.Rows.Count} chosen");
Ui.BarChart(strikes.Where("Airport", (string airport) => names.Contains(airport)).GroupBy("Year").Count().OrderBy("Year"), x: "Year", y: "count", yLabel: "Strikes");
Ui.Caption("Data: vega-datasets 3.2.1 (BSD-3-Clause), from the FAA's wildlife strike database.");

[CacheData]
static DataFrame Strikes(string path)
{
    var data = DataFrame.ReadCsv(path);
    data.Columns.Rename("Airport Name", "Airport");
    data["Year"] = data.Column<DateOnly>("Flight Date").Select(date => date.Year).ToArray();
    return data;
}

[CacheData]
static DataFrame Airports(DataFrame strikes)
{
    var counts = strikes.GroupBy("Airport").Count();
    counts.Columns.Rename("count", "Strikes");
    return counts.OrderByDescending("Strikes");
}

// A file in the folder "data" beside this script.
static string Data(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "data", name);
