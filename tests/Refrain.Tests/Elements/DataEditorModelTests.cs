namespace Refrain.Tests.Elements;

/// <summary>Random edits, against a list of rows that the same is done to.</summary>
[Trait("row", "F3")]
public class DataEditorModelTests
{
    private static readonly Dictionary<string, GridColumn> Rules = new() { ["Count"] = new() { Min = 0, Required = true } };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_edits_give_what_a_list_of_rows_would(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(1, 12)).Select(row => new Item($"item {row}", row * 10, row % 2 == 0 ? null : row / 4.0)).ToList();
        EditedData? edited = null;
        await using var app = AppTest.From(() => edited = Ui.DataEditor(rows, GridRows.Dynamic, Rules, label: "Items"));
        await app.RunAsync();
        var editor = app.DataEditor("Items");
        var model = rows.Select(row => (Item?)row).ToList();

        for (var step = 0; step < 60; step++)
        {
            var row = random.Next(model.Count);
            switch (random.Next(6))
            {
                case 0 when model.Count < rows.Count + 20:
                    await editor.AddRowAsync(("Name", $"added {step}"), ("Count", step), ("Share", null));
                    model.Add(new($"added {step}", step, null));
                    break;
                case 1 when row < rows.Count && model[row] is not null:
                    await editor.DeleteRowAsync(row);
                    model[row] = null;
                    break;
                case 2 when model[row] is { } before:
                    await editor.EditAsync(row, "Name", $"edited {step}");
                    model[row] = before with { Name = $"edited {step}" };
                    break;
                case 3 when model[row] is { } before:
                    await editor.EditAsync(row, "Count", step);
                    model[row] = before with { Count = step };
                    break;
                case 4 when model[row] is { } before:
                    await editor.EditAsync(row, "Share", step % 3 == 0 ? null : step / 8.0);
                    model[row] = before with { Share = step % 3 == 0 ? null : step / 8.0 };
                    break;
                case 5 when row < rows.Count && model[row] is { } before:
                    // Refused: what the data have comes back.
                    await editor.EditAsync(row, "Count", -1);
                    model[row] = before with { Count = rows[row].Count };
                    break;
            }

            Assert.Equal(model.OfType<Item>(), edited!.Frame.ToList<Item>());
            Assert.Equal(model.Take(rows.Count).Count(item => item is null), edited.Changes.OfType<RowDeletion>().Count());
            Assert.Equal(model.Count - rows.Count, edited.Changes.OfType<RowAddition>().Count());
            Assert.All(edited.Changes.OfType<CellChange>(), change => Assert.NotEqual(change.Old, change.New));
        }
    }

    public sealed record Item(string Name, int Count, double? Share);
}
