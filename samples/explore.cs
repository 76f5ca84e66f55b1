// Explore
// Ten thousand real bird strikes: read once, then filtered, drawn and listed anew at each move of the slider.
using System.Runtime.CompilerServices;
using System.Text.Json;

Ui.Title("Bird strikes");
Ui.Write("Collisions of aircraft with wildlife in the United States, 1990 to 2002, as reported to the Federal Aviation Administration.");

// Reading takes a moment, the first time. Afterwards every run, of every visitor, gets the same data at once.
var strikes = LoadStrikes(Data("birdstrikes.csv"));

string state;
int speed;
using (Ui.Sidebar.Enter())
{
    Ui.Header("Filter");
    state = Ui.SelectBox("State", ["All states", .. strikes.Column<string>("State").Distinct().Order()]);
    speed = Ui.Slider("At least this fast, in knots", 0, 350, 100, step: 10);
    Ui.Divider();
    Ui.Caption($"Loaded {Loads.Count} time(s) since this script was saved.");
}

var shown = strikes.Where("Speed", (int knots) => knots >= speed);
if (state != "All states")
    shown = shown.Where("State", (string from) => from == state);

var (count, damaging, cost) = Ui.Columns(3);
count.Metric("Strikes", shown.RowCount.ToString("N0"));
damaging.Metric("With damage", shown.Where("Damage", (string damage) => damage != "None").RowCount.ToString("N0"));
cost.Metric("Cost", $"${shown["Cost"].Sum():N0}");

if (shown.RowCount == 0)
    Ui.Info("No strike is that fast. Move the slider to the left.");
else
{
    Ui.Header("Strikes by year");
    Ui.LineChart(shown.GroupBy("Year").Count().OrderBy("Year"), x: "Year", y: "count", yLabel: "Strikes");
    Ui.Header("By phase of flight");
    Ui.BarChart(shown.GroupBy("Phase").Count(), x: "Phase", y: "count", yLabel: "Strikes");
}

Ui.Header("All of them");
Ui.DataFrame(shown);

Ui.Header("How late flights are, by hour");
Ui.Write("Another file: 200,000 flights, 10 MB of JSON, of which the cache keeps these 24 rows.");
Ui.BarChart(DelaysByHour(Data("flights-200k.json")), x: "Hour", y: "Delay", yLabel: "Mean delay in minutes");

Ui.Caption("Data: vega-datasets 3.2.1 (BSD-3-Clause), from the FAA's wildlife strike database and the Bureau of Transportation Statistics.");

// Reads the file, shortens some names, and counts for each strike those before it.
[CacheData(ShowTime = true)]
static DataFrame LoadStrikes(string path)
{
    Interlocked.Increment(ref Loads.Count);
    var data = DataFrame.ReadCsv(path);
    data.Columns.Rename("Origin State", "State");
    data.Columns.Rename("Speed IAS in knots", "Speed");
    data.Columns.Rename("Effect Amount of damage", "Damage");
    data.Columns.Rename("Phase of flight", "Phase");
    data.Columns.Rename("Cost Total $", "Cost");
    data["Year"] = data.Column<DateOnly>("Flight Date").Select(date => date.Year).ToArray();

    data["Year before"] = StrikesInTheYearBefore(data);
    return data;
}

// For each strike, how many there were at the same airport in the year before: every pair is compared, which takes a while.
static int[] StrikesInTheYearBefore(DataFrame data)
{
    var airports = data.Column<string>("Airport Name").ToArray();
    var days = data.Column<DateOnly>("Flight Date").Select(date => date.DayNumber).ToArray();
    var counts = new int[days.Length];
    for (var one = 0; one < days.Length; one++)
    {
        for (var other = 0; other < days.Length; other++)
        {
            if (days[other] < days[one] && days[other] >= days[one] - 365 && airports[other] == airports[one])
                counts[one]++;
        }
    }

    return counts;
}

// The mean delay of the flights that leave in each hour.
[CacheData]
static DataFrame DelaysByHour(string flights)
{
    using var file = File.OpenRead(flights);
    var byHour = JsonSerializer.Deserialize<List<Flight>>(file, JsonSerializerOptions.Web)!
        .GroupBy(flight => (int)flight.Time).OrderBy(hour => hour.Key).ToList();
    return new DataFrame(
        ("Hour", byHour.Select(hour => hour.Key).ToArray()),
        ("Delay", byHour.Select(hour => Math.Round(hour.Average(flight => flight.Delay), 1)).ToArray()));
}

// A file in the folder "data" beside this script.
static string Data(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "data", name);

static class Loads
{
    public static int Count;
}

record Flight(int Delay, int Distance, double Time);
