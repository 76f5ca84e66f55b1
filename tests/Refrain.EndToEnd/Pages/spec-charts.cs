// Charts of other libraries
// Their selections come back to the script.
var cities = new DataFrame(("City", new[] { "Oslo", "Bergen", "Hamar" }), ("People", new[] { 30, 20, 10 }));

Ui.Title("Charts of other libraries");
var picked = Ui.VegaLiteChart(
    """
    {
      "mark": "bar",
      "params": [{ "name": "pick", "select": { "type": "point", "encodings": ["x"] } }],
      "encoding": {
        "x": { "field": "City", "type": "nominal", "sort": null },
        "y": { "field": "People", "type": "quantitative" },
        "tooltip": { "field": "City" },
        "opacity": { "condition": { "param": "pick", "value": 1 }, "value": 0.3 }
      }
    }
    """,
    cities, alt: "People by city", select: true);
Ui.Text($"Vega-Lite: {string.Join(", ", picked.RowsOf(cities).Column<string>("City"))}");

var chosen = Ui.PlotlyChart(
    """{ "data": [{ "type": "bar", "x": ["Oslo", "Bergen", "Hamar"], "y": [30, 20, 10] }], "layout": { "title": { "text": "People" } } }""", height: 320, select: true);
Ui.Text($"Plotly: {string.Join(", ", chosen.Points.Select(point => $"{point.X} {point.Y}"))}");
