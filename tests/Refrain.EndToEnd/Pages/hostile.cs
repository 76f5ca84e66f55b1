// Hostile text
// Text that would be markup, wherever text is shown.
const string markup = "<img src=x onerror=\"window.hacked = true\"><script>window.hacked = true</script>";

Ui.Title("Hostile " + markup);
Ui.Header(markup);
Ui.Write(markup);
Ui.Markdown(markup + " [link](javascript:window.hacked=true) ![picture](javascript:window.hacked=true)\n\n" + markup);
Ui.Text(markup);
Ui.Caption(markup);
Ui.Success(markup);
Ui.Metric(markup, markup, delta: markup);
Ui.Write(new Dictionary<string, string> { [markup] = markup });
Ui.Write(new Named(markup));
Ui.Button(markup, help: markup);
Ui.Checkbox(markup);
Ui.Slider(markup);
Ui.NumberInput(markup, min: 0, max: 9, value: 1, placeholder: markup);
Ui.TextInput(markup, markup, placeholder: markup);
Ui.SelectBox(markup, [markup, "other"]);
var frame = new DataFrame((markup, new[] { markup, "b" }), ("Count", new[] { 1, 2 }));
Ui.DataFrame(frame, label: markup);
Ui.BarChart(frame, x: markup, y: "Count", xLabel: markup);
Ui.Exception(new InvalidOperationException(markup));
Ui.Write("The end");

record Named(string Name);
