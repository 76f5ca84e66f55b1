// Edit a table
// An order that can be edited: numbers are checked, rows come and go, and the sum follows.
Ui.Title("An order");
Ui.Write("Change the count of a line, add one, or delete one: the script runs again with the edited table. Counts are between 1 and 100; what does not fit is refused at its cell.");

var edited = Ui.DataEditor(Order(), rows: GridRows.Dynamic, label: "Order", key: "order", columns: new Dictionary<string, GridColumn>
{
    ["Article"] = new() { Required = true, MaxLength = 40, Width = 200 },
    ["Size"] = new() { Options = ["small", "medium", "large"], Default = "medium" },
    ["Count"] = new() { Required = true, Min = 1, Max = 100, Default = 1 },
    ["Price"] = new() { Required = true, Min = 0, Decimals = 2, Prefix = "€ ", Default = 0 },
    ["Gift"] = new() { Default = false },
});

var lines = edited.Frame.ToList<Line>();
var (pieces, total) = Ui.Columns(2);
pieces.Metric("Pieces", lines.Sum(line => line.Count));
total.Metric("Total", $"€ {lines.Sum(line => line.Count * line.Price):N2}");

Ui.Header("What was edited");
if (edited.Changes.Count == 0) Ui.Caption("Nothing yet.");
foreach (var change in edited.Changes)
{
    Ui.Write(change switch
    {
        CellChange cell => $"**{cell.Column}** of line {cell.Row + 1}: {cell.Old ?? "nothing"} became {cell.New ?? "nothing"}",
        RowAddition row => $"**Added** {row.Values["Count"]} × {row.Values["Article"]}",
        RowDeletion row => $"**Deleted** line {row.Row + 1}",
        _ => "",
    });
}

static DataFrame Order() => DataFrame.From(new[]
{
    new Line("Notebook", "large", 3, 4.50m, false),
    new Line("Pencil", "small", 12, 0.80m, false),
    new Line("Ruler", "medium", 2, 2.95m, false),
    new Line("Satchel", "large", 1, 59.00m, true),
});

record Line(string Article, string? Size, int Count, decimal Price, bool? Gift);
