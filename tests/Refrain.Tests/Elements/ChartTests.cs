using FsCheck;
using FsCheck.Fluent;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class ChartTests
{
    private static readonly DataFrame Days = new(
        ("Name", new[] { "a", "b", "c" }),
        ("Date", new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3) }),
        ("Low", new[] { 3, 4, 5 }),
        ("High", new[] { 30.0, 91.0, 50.0 }));

    [Fact]
    public void A_chart_is_its_columns_and_a_description()
    {
        var page = new FakePage();
        page.LineChart(Days);

        var chart = Assert.IsType<Chart>(Assert.Single(page.Drawn));
        Assert.Equal(
            $$$"""chart {"mark":"line","source":"{{{chart.Sources[0].Id}}}","rows":3,"x":{"index":0,"name":"Date","type":"date"},"y":[{"index":1,"name":"Low","type":"int32"},{"index":2,"name":"High","type":"float64"}],"description":"Line chart of Low and High by Date, 3 points, from 3 to 91"}""",
            page.Wire);
    }

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        var wire = WireOf(page => page.BarChart(Days, x: "Name", y: "Low", xLabel: "who", yLabel: "how low", height: 200));

        Assert.EndsWith(
            ""","rows":3,"x":{"index":0,"name":"Name","type":"text"},"y":[{"index":1,"name":"Low","type":"int32"}],"xLabel":"who","yLabel":"how low","height":200,"description":"Bar chart of Low by Name, 3 points, from 3 to 5"}""",
            wire, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_four_marks()
    {
        Assert.StartsWith("""chart {"mark":"area",""", WireOf(page => page.AreaChart(Days)), StringComparison.Ordinal);
        Assert.StartsWith("""chart {"mark":"point",""", WireOf(page => page.ScatterChart(Days)), StringComparison.Ordinal);
        Assert.Contains("Area chart of Low and High", WireOf(page => page.AreaChart(Days)), StringComparison.Ordinal);
        Assert.Contains(
            "Scatter chart of High by Low", WireOf(page => page.ScatterChart(Days, "Low", "High")), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_alone_are_drawn_in_their_order()
    {
        Assert.Contains("Line chart of value by row, 3 points, from 1 to 4", WireOf(page => page.LineChart([3, 1, 4])), StringComparison.Ordinal);
        Assert.Contains("Bar chart of value by row, 2 points", WireOf(page => page.BarChart([3, 1])), StringComparison.Ordinal);
        Assert.Contains("Area chart of value by row, 1 point,", WireOf(page => page.AreaChart([3])), StringComparison.Ordinal);
        Assert.Contains("Line chart of value by row, 2 points", WireOf(page => page.LineChart(new[] { 3, 1 })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Date,Low,High", "Name|Date|Low|High")]
    [InlineData("Name,Low", "Low|Name")]
    [InlineData("Low,High", "Low|High")]
    [InlineData("row,High", "High")]
    public void What_is_not_named_is_what_is_probably_meant(string chosen, string there)
    {
        var frame = Days.Select(there.Split('|'));

        Assert.Equal(chosen.Split(','), ChartColumns.Choose(Request(), frame).Frame.Columns.Names);
    }

    [Fact]
    public void The_key_of_a_group_is_x()
    {
        var counts = new DataFrame(("Hour", new[] { 1, 2, 2 })).GroupBy("Hour").Count();

        Assert.Equal(["Hour", "count"], ChartColumns.Choose(Request(), counts).Frame.Columns.Names);
    }

    [Fact]
    public void A_named_y_leaves_the_others_to_x()
    {
        Assert.Equal(["Date", "Low"], ChartColumns.Choose(Request(y: "Low"), Days).Frame.Columns.Names);
        Assert.Equal(["row", "Low"], ChartColumns.Choose(Request(y: "Low"), Days.Select("Low")).Frame.Columns.Names);
        Assert.Equal(["Low", "Low "], ChartColumns.Choose(Request("Low", "Low"), Days).Frame.Columns.Names);
    }

    [Fact]
    public void Nothing_to_draw_is_described()
    {
        Assert.Contains("Line chart of Low and High by Date, no points", WireOf(page => page.LineChart(Days.Take(0))), StringComparison.Ordinal);
        Assert.Contains(
            "Line chart of y by row, 1 point, all empty", WireOf(page => page.LineChart(new DataFrame(("y", new double?[] { null })))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_chart_is_left_as_it_is() => Assert.Same(Days, Reduction.Of(Reduction.Order(Days, isOrdered: true)));

    [Fact]
    public void A_long_chart_keeps_its_ends_and_every_extreme()
    {
        var longs = from rows in Gen.Choose(4_001, 30_000)
                    from columns in Gen.Choose(1, 4)
                    from seed in Gen.Choose(0, int.MaxValue)
                    select (rows, columns, seed);

        Prop.ForAll(longs.ToArbitrary(), size =>
        {
            var random = new Random(size.seed);
            var frame = new DataFrame(("x", Enumerable.Range(0, size.rows).ToArray()));
            for (var column = 0; column < size.columns; column++)
                frame[$"y{column}"] = Enumerable.Range(0, size.rows).Select(_ => random.NextDouble()).ToArray();

            var reduced = Reduction.Of(Reduction.Order(frame, isOrdered: true));

            Assert.InRange(reduced.RowCount, 2, 4_000);
            Assert.Equal((0, size.rows - 1), (reduced[0, "x"], reduced[reduced.RowCount - 1, "x"]));
            for (var column = 0; column < size.columns; column++)
            {
                Assert.Equal(frame[$"y{column}"].Min(), reduced[$"y{column}"].Min());
                Assert.Equal(frame[$"y{column}"].Max(), reduced[$"y{column}"].Max());
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_long_line_is_reduced_along_x_and_its_gaps_are_no_values()
    {
        var frame = new DataFrame(
            ("x", Enumerable.Range(0, 9_000).Reverse().ToArray()),
            ("y", Enumerable.Range(0, 9_000).Select(n => n % 3 == 0 ? (double?)null : n % 3 == 1 ? double.NaN : n).ToArray()));

        var reduced = Reduction.Of(Reduction.Order(frame, isOrdered: true));

        Assert.Equal(reduced.Column<int>("x").Order(), reduced.Column<int>("x"));
        Assert.Equal(8_999.0 - 1, Assert.IsType<double>(reduced["y"].Max()) - 1);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "x", """RFN0321: LineChart: x names the column "Dat", which is not there. Did you mean "Date"? The columns are: Name, Date, Low, High.""",
            page => page.LineChart(Days, x: "Dat"));
        Throws(
            "y", """RFN0321: BarChart: y names the column "Qqqqqq", which is not there. The columns are: Name, Date, Low, High.""",
            page => page.BarChart(Days, y: ["Low", "Qqqqqq"]));
        Throws(
            "data", "RFN0322: AreaChart: there is no column of numbers to draw. The columns are: Name (string), Date (DateOnly).",
            page => page.AreaChart(Days.Select("Name", "Date")));
        Throws(
            "y", "RFN0323: ScatterChart: y names the column Name (string), which holds no numbers. The columns that do are: Low, High.",
            page => page.ScatterChart(Days, "Low", "Name"));
        Throws(
            "y", "RFN0324: LineChart: 51 columns are too many to tell apart; at most 50 are drawn. Name those you want with y: [\"…\"].",
            page => page.LineChart(new double[1, 52]));
        Throws("height", "RFN0320: LineChart: height is -1. Give a number of pixels greater than 0, or leave it out.", page => page.LineChart(Days, height: -1));
        Throws(
            "data",
            "RFN0317: BarChart: data is a string, which is no table. Give a DataFrame, a DataTable, a sequence of objects, a 2-D array, or a dictionary of columns by name.",
            page => page.BarChart("Date"));
    }

    private static ChartRequest Request(string? x = null, string? y = null) => new(Mark.Line, x, y is null ? null : (ColumnNames)y, null, null, null);
}
