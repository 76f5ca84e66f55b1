// Charts
// What is counted, shared out, placed on a map, and looked at closely.
var random = new Random(1);
var walk = new double[200_000];
for (var step = 1; step < walk.Length; step++)
    walk[step] = walk[step - 1] + random.NextDouble() - 0.5;

Ui.Title("Charts");
Ui.LineChart(walk, yLabel: "height");
Ui.Histogram(walk);
Ui.PieChart(new Dictionary<string, int> { ["Oslo"] = 717_710, ["Bergen"] = 291_940, ["Trondheim"] = 214_565 }, donut: true);
Ui.Map(new DataFrame(
    ("City", new[] { "Oslo", "Bergen", "Trondheim", "Graz" }),
    ("Lat", new[] { 59.91, 60.39, 63.43, 47.07 }),
    ("Lon", new[] { 10.75, 5.32, 10.40, 15.44 }),
    ("People", new[] { 717_710, 291_940, 214_565, 302_660 })), size: "People", color: "City");
