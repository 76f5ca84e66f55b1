// Long table
// A table whose file nobody waits for: a million rows, again and again.
var rows = new DataFrame(("Name", Enumerable.Range(0, 1_000_000).Select(row => $"a name that is long enough to take a while, number {row % 1000}").ToArray()));
while (rows.RowCount < 64_000_000)
    rows = rows.Concat(rows);
Ui.DataFrame(rows, label: "Names");
