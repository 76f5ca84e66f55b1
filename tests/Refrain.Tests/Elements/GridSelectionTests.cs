using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class GridSelectionTests
{
    private const GridSelect Everything = GridSelect.Rows | GridSelect.Columns | GridSelect.Cells;

    private static readonly DataFrame Cities = new(("City", new[] { "Oslo", "Bergen", "Hamar" }), ("People", new[] { 717, 291, 33 }));

    private static readonly string Source = new FrameSource(Cities).Id;

    [Fact]
    public void Without_a_selection_a_table_is_no_widget()
    {
        var page = new FakePage();

        Assert.True(page.DataFrame(Cities).IsEmpty);
        Assert.DoesNotContain("select", page.Wire, StringComparison.Ordinal);
        Assert.Empty(page.Identity);
    }

    [Fact]
    public void What_is_selected_is_returned()
    {
        var page = new FakePage().Sends($$"""{"of":"{{Source}}","rows":[[0,1],[2,3]],"columns":[1],"cells":[[1,0]]}""");

        var chosen = page.DataFrame(Cities, select: Everything);

        Assert.Equal([0, 2], chosen.Rows);
        Assert.Equal(2, chosen.Rows[1]);
        Assert.Equal(["People"], chosen.Columns);
        Assert.Equal([new GridCell(1, "City")], chosen.Cells);
        Assert.False(chosen.IsEmpty);
        Assert.Equal(["Oslo", "Hamar"], chosen.RowsOf(Cities).Column<string>("City"));
        Assert.Equal($$"""{"of":"{{Source}}","rows":[[0,1],[2,3]],"columns":[1],"cells":[[1,0]]}""", page.Value);
        Assert.EndsWith(""","select":["rows","columns","cells"]}""", page.Wire, StringComparison.Ordinal);
        Assert.StartsWith(
            "Row 2 is selected and the data has 1 rows. Give the data that the table shows.",
            Assert.Throws<ArgumentException>(() => chosen.RowsOf(Cities.Take(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_selected_is_null_on_the_wire()
    {
        var page = new FakePage().Sends("null");

        Assert.True(page.DataFrame(Cities, select: GridSelect.Row).IsEmpty);
        Assert.Equal("null", page.Value);
    }

    [Theory]
    [InlineData("1", "expected a selection, got 1")]
    [InlineData("{}", "expected a selection, got {}")]
    [InlineData("""{"of":"other"}""", "the selection was made in another table")]
    [InlineData("""{"of":"SOURCE","rows":3}""", "expected a list, got 3")]
    [InlineData("""{"of":"SOURCE","rows":[[0,4]]}""", "expected a row, got 4")]
    [InlineData("""{"of":"SOURCE","rows":[[-1,1]]}""", "expected a row, got -1")]
    [InlineData("""{"of":"SOURCE","rows":[[1,1]]}""", "the ranges of rows are not in order")]
    [InlineData("""{"of":"SOURCE","rows":[[1,2],[0,1]]}""", "the ranges of rows are not in order")]
    [InlineData("""{"of":"SOURCE","rows":[[0]]}""", "expected a pair, got [0]")]
    [InlineData("""{"of":"SOURCE","columns":[2]}""", "expected a column, got 2")]
    [InlineData("""{"of":"SOURCE","columns":[0,0]}""", "something is selected twice")]
    [InlineData("""{"of":"SOURCE","cells":[[0,"x"]]}""", "expected a column, got \"x\"")]
    [InlineData("""{"of":"SOURCE","cells":[[3,0]]}""", "expected a row, got 3")]
    public void What_cannot_be_selected_is_refused(string sent, string reason) =>
        Refuses(sent.Replace("SOURCE", Source, StringComparison.Ordinal), reason, page => page.DataFrame(Cities, select: Everything));

    [Theory]
    [InlineData(GridSelect.Row, "\"rows\":[[0,2]]", "2 rows are selected, which this table does not allow")]
    [InlineData(GridSelect.Rows, "\"columns\":[0]", "1 columns are selected, which this table does not allow")]
    [InlineData(GridSelect.Columns, "\"cells\":[[0,0]]", "1 cells are selected, which this table does not allow")]
    public void What_the_table_does_not_offer_is_refused(GridSelect select, string part, string reason) =>
        Refuses($$"""{"of":"{{Source}}",{{part}}}""", reason, page => page.DataFrame(Cities, select: select));

    [Fact]
    public void More_than_ten_thousand_one_by_one_are_refused() => Refuses(
        $$"""{"of":"{{Source}}","cells":[{{string.Join(',', Enumerable.Repeat("[0,0]", 10_001))}}]}""",
        "more than 10000 cells are selected one by one", page => page.DataFrame(Cities, select: Everything));

    [Fact]
    public async Task A_selection_lives_as_long_as_its_data_do()
    {
        var shown = Cities;
        await using var app = AppTest.From(() => Ui.Text(string.Join(',', Ui.DataFrame(shown, select: GridSelect.Rows, key: "grid").Rows)));
        await app.RunAsync();
        var source = app.DataFrames[0].Props.GetProperty("source").GetString();

        await app.Widget("dataFrame", 0).SetAsync(new { of = source, rows = new[] { new[] { 1, 3 } } });
        Assert.Equal("1,2", app.Text[0].Props.GetProperty("text").GetString());

        await app.RunAsync();
        Assert.Equal("1,2", app.Text[0].Props.GetProperty("text").GetString());

        shown = Cities.Take(2);
        await app.RunAsync();
        Assert.Equal("", app.Text[0].Props.GetProperty("text").GetString());

        // The browser still shows the old table and says so.
        await app.Widget("dataFrame", 0).SetAsync(new { of = source, rows = new[] { new[] { 0, 1 } } });
        Assert.Equal("", app.Text[0].Props.GetProperty("text").GetString());
    }

    [Fact]
    public void The_data_are_no_part_of_what_makes_it_the_same_table() => Assert.Equal(
        IdentityOf(page => page.DataFrame(Cities, select: GridSelect.Row)), IdentityOf(page => page.DataFrame(Cities.Take(1), select: GridSelect.Row)));

    [Fact]
    public void Options_of_columns_reach_the_wire() => Assert.EndsWith(
        ""","options":[{"index":0,"label":"Town","pinned":true,"look":"link","display":"open"},{"index":1,"width":90,"align":"center","decimals":1,"notation":"compact","suffix":" k","look":"progress","min":0,"max":9}]}""",
        WireOf(page => page.DataFrame(Cities, columns: new Dictionary<string, GridColumn>
        {
            ["People"] = GridColumn.Progress(0, 9) with { Width = 90, Align = GridAlign.Center, Decimals = 1, Notation = GridNotation.Compact, Suffix = " k" },
            ["City"] = GridColumn.Link("open") with { Label = "Town", Pinned = true },
        })),
        StringComparison.Ordinal);

    [Fact]
    public void Wrong_options_are_named()
    {
        ThrowsFor("Citi", new(), """RFN0321: DataFrame: columns names the column "Citi", which is not there. Did you mean "City"? The columns are: City, People.""");
        ThrowsFor("City", new() { Width = 5 }, "RFN0325: DataFrame: Width of the column \"City\" is 5. Give 40 to 1000, or leave it out.");
        ThrowsFor("People", new() { Decimals = 16 }, "RFN0325: DataFrame: Decimals of the column \"People\" is 16. Give 0 to 15, or leave it out.");
        ThrowsFor("City", GridColumn.Progress(), "RFN0326: DataFrame: the column City (string) is to be shown by GridColumn.Progress, which needs a column of numbers.");
        ThrowsFor("People", GridColumn.Sparkline(), "RFN0326: DataFrame: the column People (int) is to be shown by GridColumn.Sparkline, which needs a column of text.");
        Throws(
            "min", "RFN0301: DataFrame \"People\": min is 1 and max is 1. Make min the smaller of the two.",
            page => page.DataFrame(Cities, columns: new Dictionary<string, GridColumn> { ["People"] = GridColumn.Progress(1, 1) }));

        static void ThrowsFor(string name, GridColumn options, string message) =>
            Throws("columns", message, page => page.DataFrame(Cities, columns: new Dictionary<string, GridColumn> { [name] = options }));
    }
}
