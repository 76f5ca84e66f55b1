using System.Buffers;
using System.Collections;
using System.Data;
using System.Text;
using Refrain.Elements;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class DataFrameTests
{
    private static readonly DataFrame Cities = new(("City", new[] { "Oslo", "Bergen" }), ("People", new int?[] { 717_710, null }));

    [Fact]
    public void A_frame_is_shown_by_its_source()
    {
        var page = new FakePage();
        page.DataFrame(Cities);

        var grid = Assert.IsType<DataFrameGrid>(Assert.Single(page.Drawn));
        Assert.Equal(
            $$$"""dataFrame {"source":"{{{grid.Source}}}","rows":2,"columns":[{"index":0,"name":"City","type":"text"},{"index":1,"name":"People","type":"int32"}],"label":"Table of 2 rows and 2 columns"}""",
            page.Wire);
        Assert.Equal(grid.Source, Assert.Single(grid.Sources).Id);
    }

    [Fact]
    public void Height_and_label_reach_the_wire() =>
        Assert.EndsWith(""","height":120,"label":"Cities"}""", WireOf(page => page.DataFrame(Cities, 120, "Cities")), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_done_to_the_frame_afterwards_never_shows()
    {
        var page = new FakePage();
        var frame = Cities.Copy();
        page.DataFrame(frame);
        frame.Columns.Remove("City");
        frame[0, "People"] = 1;

        var source = Assert.Single(Assert.Single(page.Drawn).Sources);
        Assert.Equal((2L, 2), (source.RowCount, source.ColumnCount));
        Assert.Contains("Oslo", await Window(source, [0, 1], RowQuery.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_content_is_one_source() => Assert.Equal(new FrameSource(Cities).Id, new FrameSource(Cities.Copy()).Id);

    [Fact]
    public async Task A_source_writes_windows_of_any_view()
    {
        var source = new FrameSource(Cities);

        Assert.Contains("OsloBergen", await Window(source, [0], RowQuery.All), StringComparison.Ordinal);
        Assert.Contains("BergenOslo", await Window(source, [0], new("", [], 0, false)), StringComparison.Ordinal);
        Assert.Contains("OsloBergen", await Window(source, [0], new("", [], 0, true)), StringComparison.Ordinal);
        Assert.DoesNotContain("Oslo", await Window(source, [0], new("berg", [], null, false)), StringComparison.Ordinal);
    }

    public static TheoryData<object, string> Tabular()
    {
        var table = new DataTable();
        table.Columns.Add("a", typeof(int));
        table.Rows.Add(1);
        return new()
        {
            { table, "a:int32" },
            { table.DefaultView, "a:int32" },
            { new[] { new { a = 1, b = "x" } }, "a:int32 b:text" },
            { new[] { new { a = 1 } }.Where(_ => true), "a:int32" },
            { new[] { 1.5, 2.5 }, "value:float64" },
            { new[,] { { true, false } }, "0:bool 1:bool" },
            { new Dictionary<string, double[]> { ["a"] = [1, 2], ["b"] = [3, 4] }, "a:float64 b:float64" },
            { new Dictionary<string, Array> { ["a"] = new[] { 1 }, ["b"] = new[] { "x" } }, "a:int32 b:text" },
            { new Dictionary<string, int> { ["x"] = 1 }, "Key:text Value:int32" },
            { new DataFrame(("a", new[] { 1L }))["a"], "a:int64" },
            { new ArrayList { 1, 2 }, "value:int32" },
            { new Dictionary<string, ArrayList> { ["a"] = [1] }, "a:int32" },
            { new List<object> { new DateOnly(2026, 1, 1) }, "value:date" },
        };
    }

    [Theory]
    [MemberData(nameof(Tabular))]
    public void Everything_tabular_becomes_a_frame(object data, string columns) =>
        Assert.Equal(columns, string.Join(' ', SourceColumn.AllOf(Tables.ToFrame("DataFrame", "data", data)).Select(column => $"{column.Name}:{column.Type}")));

    [Fact]
    public void One_row_is_one_row() => Assert.Contains(
        "Table of 1 row and 1 column", WireOf(page => page.DataFrame(new[] { 1 })), StringComparison.Ordinal);

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "data",
            "RFN0317: DataFrame: data is a int, which is no table. Give a DataFrame, a DataTable, a sequence of objects, a 2-D array, or a dictionary of columns by name.",
            page => page.DataFrame(3));
        Throws(
            "data",
            "RFN0317: DataFrame: data is a int[][], which is no table. Give a DataFrame, a DataTable, a sequence of objects, a 2-D array, or a dictionary of columns by name.",
            page => page.DataFrame(new int[][] { [1], [2] }));
        Throws(
            "data",
            "RFN0318: DataFrame: data is the result of GroupBy, which is groups and not yet rows. Say what of each group: add .Count(), .Sum(\"…\") or .Mean(\"…\").",
            page => page.DataFrame(Cities.GroupBy("City")));
        Throws(
            "data",
            "RFN0319: DataFrame: data is a sequence of more than 1,000,000 rows, and may have no end. "
            + "Take a part of it with .Take(…), or make it a list with .ToList() if it is meant to be that long.",
            page => page.DataFrame(Forever()));
        Throws("height", "RFN0320: DataFrame: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.DataFrame(Cities, 0));

        static IEnumerable<int> Forever()
        {
            while (true) yield return 1;
        }
    }

    private static async Task<string> Window(RowSource source, int[] columns, RowQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        var view = await source.OpenAsync(query, null, default);
        source.Write(new RowWindow(0, view.Count, columns), view, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
