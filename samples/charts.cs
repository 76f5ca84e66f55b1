// Charts
// Counted into ranges, shared out, placed on a map, and looked at closely: each chart is one line.
using System.Runtime.CompilerServices;

Ui.Title("Birds and post codes");

var strikes = Read(Data("birdstrikes.csv"));
var (left, right) = Ui.Columns(2);
left.Header("How fast the planes were");
left.Histogram(strikes, "Speed IAS in knots", yLabel: "strikes", height: 280);
right.Header("When it was");
right.PieChart(strikes.GroupBy("Time of day").Count(), donut: true, height: 220);

var codes = Read(Data("zipcodes.csv"));
Ui.Header("Every post code of the United States");
Ui.Map(codes, height: 420);

Ui.Header("How far north they lie, from east to west");
Ui.ScatterChart(codes, x: "longitude", y: "latitude");
Ui.Caption("Drag over a stretch of the chart to see more of its points; a double click shows all again. Data: vega-datasets 3.2.1 (BSD-3-Clause), from the FAA and GeoNames (CC BY 4.0).");

[CacheData]
static DataFrame Read(string path) => DataFrame.ReadCsv(path);

// A file in the folder "data" beside this script.
static string Data(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "data", name);
