// Chart languages
// A chart in Vega-Lite and one in Plotly; what is selected in the first decides what the second shows.
using System.Runtime.CompilerServices;

Ui.Title("Charts in their own languages");
Ui.Write("Drag a rectangle over the chart: the figure below takes only the strikes in it.");

var strikes = Strikes(Data("birdstrikes.csv"));
var chosen = Ui.VegaLiteChart(
    """
    {
      "mark": { "type": "circle", "opacity": 0.6 },
      "params": [{ "name": "brush", "select": "interval" }],
      "encoding": {
        "x": { "field": "Speed", "type": "quantitative", "title": "Speed in knots" },
        "y": { "field": "Cost", "type": "quantitative", "scale": { "type": "log" }, "title": "Cost in dollars" },
        "color": { "condition": { "param": "brush", "field": "Phase", "type": "nominal", "title": "Phase of flight" }, "value": "gray" }
      }
    }
    """,
    strikes, height: 320, select: true, alt: "What strikes cost, by speed and phase of flight");

var shown = chosen.IsEmpty ? strikes : chosen.RowsOf(strikes);
Ui.Header(chosen.IsEmpty ? "All strikes" : $"{shown.RowCount:N0} strikes in the rectangle");
if (shown.RowCount == 0)
    Ui.Info("There is no strike in it. Drag another one.");
else
{
    Ui.PlotlyChart(
        new
        {
            data = shown.GroupBy("Phase").Count().ToList<PhaseCount>().Select(phase => new
            {
                type = "box",
                name = phase.Phase,
                y = shown.Where("Phase", (string name) => name == phase.Phase).Column<int>("Cost").ToArray(),
            }),
            layout = new { showlegend = false, yaxis = new { type = "log", title = new { text = "Cost in dollars" } } },
        },
        height: 340, alt: "The spread of costs by phase of flight");
}

Ui.Caption("Data: vega-datasets 3.2.1 (BSD-3-Clause), from the FAA's wildlife strike database.");

// The strikes that cost something.
[CacheData]
static DataFrame Strikes(string path)
{
    var data = DataFrame.ReadCsv(path).Where("Cost Total $", (int cost) => cost > 0);
    data.Columns.Rename("Cost Total $", "Cost");
    data.Columns.Rename("Speed IAS in knots", "Speed");
    data.Columns.Rename("Phase of flight", "Phase");
    return data.Select("Speed", "Cost", "Phase");
}

// A file in the folder "data" beside this script.
static string Data(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "data", name);

record PhaseCount(string Phase, int Count);
