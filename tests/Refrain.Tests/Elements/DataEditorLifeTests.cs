namespace Refrain.Tests.Elements;

/// <summary>Edits from run to run.</summary>
[Trait("row", "F3")]
public class DataEditorLifeTests
{
    private static readonly DataFrame Stock = new(("Fruit", new[] { "Apple", "Pear" }), ("Count", new[] { 3, 5 }));

    private static readonly Dictionary<string, GridColumn> Counted = new() { ["Count"] = new() { Min = 0, Required = true } };

    [Fact]
    public async Task A_test_edits_adds_and_deletes()
    {
        var changes = 0;
        await using var app = AppTest.From(() =>
        {
            var edited = Ui.DataEditor(Stock, GridRows.Dynamic, Counted, label: "Stock", onChange: () => changes++);
            Ui.Text(string.Join(',', edited.Frame.Rows.Select(row => $"{row["Fruit"]} {row["Count"]}")));
        });
        await app.RunAsync();
        var editor = app.DataEditor("Stock");

        await editor.EditAsync(0, "Count", 4);
        await editor.EditAsync(0, "Count", 7);
        Assert.Equal("Apple 7,Pear 5", Text(app));

        await editor.AddRowAsync(("Fruit", "Fig"));
        Assert.Equal("Apple 7,Pear 5", Text(app));
        await editor.EditAsync(2, "Count", 2);
        Assert.Equal("Apple 7,Pear 5,Fig 2", Text(app));

        await app.DataEditor(0).DeleteRowAsync(1);
        Assert.Equal("Apple 7,Fig 2", Text(app));
        Assert.Equal(5, changes);

        await editor.EditAsync(0, "Count", -1);
        Assert.Equal(["-1 is less than 0, the least that is taken here."], editor.Refused);
        Assert.Equal("Apple 3,Fig 2", Text(app));

        await app.RunAsync();
        Assert.Equal("Apple 3,Fig 2", Text(app));
        Assert.StartsWith("There is no row 3. There are 3 rows.", (await Assert.ThrowsAsync<ArgumentException>(() => editor.EditAsync(3, "Count", 1))).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no column \"x\". There are: Fruit, Count.", (await Assert.ThrowsAsync<ArgumentException>(() => editor.EditAsync(0, "x", 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_live_as_long_as_their_data_and_no_longer()
    {
        var data = Stock;
        await using var app = AppTest.From(() => Ui.Text(Ui.DataEditor(data, key: "stock").ToString()));
        await app.RunAsync();
        await app.DataEditor("stock").EditAsync(0, "Count", 4);
        Assert.Equal("1 change", Text(app));

        data = DataFrame.From(Stock.Rows.Select(row => new { Fruit = (string?)row["Fruit"], Count = (int)row["Count"]! }));
        await app.RunAsync();
        Assert.Equal("1 change", Text(app));

        data = Stock.Take(1);
        await app.RunAsync();
        Assert.Equal("0 changes", Text(app));
    }

    [Fact]
    public async Task Without_edits_it_follows_the_data()
    {
        var data = Stock;
        await using var app = AppTest.From(() => Ui.Text($"{Ui.DataEditor(data, key: "stock").Frame["Count"].Sum()}"));
        await app.RunAsync();
        Assert.Equal("8", Text(app));

        data = Stock.Take(1);
        await app.RunAsync();
        Assert.Equal("3", Text(app));
    }

    [Fact]
    public async Task Edits_that_newer_rules_forbid_are_gone()
    {
        var rows = GridRows.Dynamic;
        var rules = new Dictionary<string, GridColumn>();
        await using var app = AppTest.From(() =>
        {
            var edited = Ui.DataEditor(Stock, rows, rules, key: "stock");
            Ui.Text(string.Join(',', edited.Frame.Rows.Select(row => $"{row["Fruit"]} {row["Count"]}")));
        });
        await app.RunAsync();
        await app.DataEditor("stock").EditAsync(0, "Count", 400);
        await app.DataEditor("stock").EditAsync(1, "Fruit", "Fig");
        await app.DataEditor("stock").AddRowAsync(("Fruit", "Date"), ("Count", 500));
        Assert.Equal("Apple 400,Fig 5,Date 500", Text(app));

        rules["Count"] = new() { Max = 100 };
        await app.RunAsync();
        Assert.Equal("Apple 3,Fig 5,Date ", Text(app));

        rules["Count"] = new() { Required = true };
        await app.RunAsync();
        Assert.Equal("Apple 3,Fig 5", Text(app));

        rules["Fruit"] = new() { Disabled = true };
        rows = GridRows.Fixed;
        await app.RunAsync();
        Assert.Equal("Apple 3,Pear 5", Text(app));
    }

    [Fact]
    public async Task What_an_editor_gives_can_be_what_it_is_given_next()
    {
        var data = Stock;
        await using var app = AppTest.From(() =>
        {
            var edited = Ui.DataEditor(data, key: "stock");
            Ui.Text($"{edited.Changes.Count}: {edited.Frame["Count"].Sum()}");
            data = edited.Frame;
        });
        await app.RunAsync();
        await app.DataEditor("stock").EditAsync(0, "Count", 10);
        Assert.Equal("1: 15", Text(app));

        await app.RunAsync();
        Assert.Equal("0: 15", Text(app));
        await app.DataEditor("stock").EditAsync(1, "Count", 1);
        Assert.Equal("1: 11", Text(app));
    }

    [Fact]
    public async Task A_disabled_editor_takes_nothing()
    {
        await using var app = AppTest.From(() => Ui.Text(Ui.DataEditor(Stock, disabled: true).ToString()));
        await app.RunAsync();

        await app.DataEditor(0).EditAsync(0, "Count", 4);

        Assert.Equal("0 changes", Text(app));
    }

    private static string Text(AppTest app) => app.Text[0].Props.GetProperty("text").GetString()!;
}
