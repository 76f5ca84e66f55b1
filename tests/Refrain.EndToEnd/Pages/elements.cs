// Elements
// Everything that is drawn and not asked.
using System.Text.Json.Nodes;

Ui.Title("Elements");
Ui.Header("A header");
Ui.Subheader("A subheader");
Ui.Markdown("Some **bold** text, a [link](https://example.org), `code`, and a list:\n\n- one\n- two");
Ui.Text("plain   *text*");
Ui.Caption("A *caption*");
Ui.Success("It **worked**.");
Ui.Info("By the way.");
Ui.Warning("Take care.");
Ui.Error("It broke.");
Ui.Divider();

var columns = Ui.Columns(2);
columns[0].Metric("Visitors", "1,234", delta: 56);
columns[1].Metric("Errors", 7, delta: -2, deltaColor: DeltaColor.Inverse);

Ui.Write(new Dictionary<string, object?> { ["name"] = "Ada", ["born"] = 1815, ["tags"] = new[] { "x", "y" } });
Ui.Write(new Person("Grace", 85));
Ui.Write(JsonNode.Parse("""{ "a": [1, 2, { "b": null }] }"""));

var frame = new DataFrame(
    ("Month", new[] { "Jan", "Feb", "Mar", "Apr" }),
    ("Visits", new[] { 10, 40, 20, 30 }),
    ("Sales", new[] { 1.5, 2.5, 0.5, 3.5 }));
Ui.DataFrame(frame, label: "Visits and sales");
Ui.Table(frame, label: "All of it");
Ui.LineChart(frame, x: "Month", y: "Visits");
Ui.BarChart(frame, x: "Month", y: "Sales");

using (Ui.Sidebar.Enter())
    Ui.Write("In the sidebar");

try
{
    throw new InvalidOperationException("It was caught and shown.");
}
catch (InvalidOperationException caught)
{
    Ui.Exception(caught);
}

record Person(string Name, int Age);
