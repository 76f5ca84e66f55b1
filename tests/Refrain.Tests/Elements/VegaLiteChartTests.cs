using System.Text.Json.Nodes;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class VegaLiteChartTests
{
    private const string Bars = """{"mark":"bar","encoding":{"x":{"field":"City"},"y":{"field":"People","type":"quantitative"}}}""";

    private const string Picks =
        """{"layer":[{"mark":"point","params":[{"name":"pick","select":"point"},{"name":"brush","select":{"type":"interval","encodings":["x"]}},{"name":"size","value":3}]}]}""";

    private static readonly DataFrame Cities = new(
        ("City", new[] { "Oslo", "Bergen", "Hamar" }), ("People", new[] { 717, 291, 33 }),
        ("Since", new[] { new DateOnly(1048, 1, 1), new DateOnly(1070, 1, 1), new DateOnly(1849, 1, 1) }));

    private static readonly string Of = new VegaLiteChart(VegaSpec.Of(Picks, Cities), Cities) { Description = "" }.Of;

    public static TheoryData<object> Ways => [Bars, JsonNode.Parse(Bars)!, Written(), "// bars\n" + Bars[..^1] + ",}"];

    private static object Written() => new { mark = "bar", encoding = new { x = new { field = "City" }, y = new { field = "People", type = "quantitative" } } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_specification_is_text_or_a_node_or_an_object(object spec)
    {
        var of = new VegaLiteChart(VegaSpec.Of(Bars, Cities), Cities) { Description = "" }.Of;
        var source = new FrameSource(Cities).Id;

        Assert.Equal(
            $$"""
            vegaLiteChart {"of":"{{of}}","spec":{{Bars}},"data":{"name":"data","source":"{{source}}","rows":3,"columns":[{"index":0,"name":"City","type":"text"},{"index":1,"name":"People","type":"int32"},{"index":2,"name":"Since","type":"date"}]},"description":"Bar chart of City, People"}
            """.Trim(),
            WireOf(page => page.VegaLiteChart(spec, Cities)));
    }

    [Theory]
    [InlineData("""{"mark":"bar","description":"Said","title":"Named"}""", null, "Said")]
    [InlineData("""{"mark":"bar","title":{"text":"Named"}}""", null, "Named")]
    [InlineData("""{"mark":"bar"}""", "Mine", "Mine")]
    [InlineData("""{"concat":[]}""", null, "Chart")]
    public void It_is_told_in_words(string spec, string? alt, string words) =>
        Assert.EndsWith($"\"description\":\"{words}\"}}", WireOf(page => page.VegaLiteChart(spec, alt: alt)), StringComparison.Ordinal);

    [Fact]
    public void The_data_go_by_the_name_the_specification_asks_for() => Assert.Contains(
        "\"data\":{\"name\":\"cities\"", WireOf(page => page.VegaLiteChart("""{"data":{"name":"cities"},"mark":"bar"}""", Cities)), StringComparison.Ordinal);

    [Fact]
    public void A_long_specification_is_fetched_beside_the_page()
    {
        var page = new FakePage();
        page.VegaLiteChart(new { mark = "point", data = new { values = Enumerable.Range(0, 5_000).Select(x => new { x }) } });

        var blob = Assert.Single(Assert.Single(page.Drawn).Blobs);
        Assert.Equal($$"""vegaLiteChart {"of":"{{blob.Hash}}","blob":"{{blob.Hash}}","description":"Point chart"}""", page.Wire);
        Assert.Equal("application/json", blob.ContentType);
        Assert.Equal(4_999, JsonNode.Parse(blob.Bytes.Span)!["data"]!["values"]![4_999]!["x"]!.GetValue<int>());
    }

    [Fact]
    public void What_is_not_a_number_is_a_gap() => Assert.Contains(
        """{"values":[{"y":null},{"y":null},{"y":0.1}]}""",
        WireOf(page => page.VegaLiteChart(new { mark = "line", data = new { values = new object[] { new { y = double.NaN }, new { y = float.PositiveInfinity }, new { y = 0.1f } } } })),
        StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_drawn_is_named()
    {
        Throws(
            "spec", "RFN0360: VegaLiteChart: spec is not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. "
            + "LineNumber: 0 | BytePositionInLine: 1. Give JSON text, a JsonNode, or an object.",
            page => page.VegaLiteChart("{"));
        Throws("spec", "RFN0361: VegaLiteChart: spec is a list and not an object. Give the whole of it: { … }.", page => page.VegaLiteChart("[]"));
        Throws("spec", "RFN0361: VegaLiteChart: spec is null and not an object. Give the whole of it: { … }.", page => page.VegaLiteChart("null"));
        Throws("spec", "RFN0361: VegaLiteChart: spec is 3 and not an object. Give the whole of it: { … }.", page => page.VegaLiteChart(3));
        Throws(
            "spec", "RFN0362: VegaLiteChart: spec is a Loop, which cannot be written as JSON: It leads to itself. Give JSON text, a JsonNode, or an object of plain values and lists.",
            page => page.VegaLiteChart(new Loop()));
        Throws(
            "spec", "RFN0363: VegaLiteChart: spec is 21 MB of JSON, and a browser is given at most 20 MB. Give it fewer points: group, filter or thin out the data first.",
            page => page.VegaLiteChart(new { mark = "bar", note = new string('x', 21_000_000) }));
        Throws(
            "spec", """RFN0364: VegaLiteChart: spec does not say what to draw. It needs "mark", or one of "layer", "concat", "hconcat", "vconcat", "facet" and "repeat".""",
            page => page.VegaLiteChart("{}"));
        Throws(
            "spec", """RFN0364: VegaLiteChart: spec is written in Vega and not in Vega-Lite. It needs "mark", or one of "layer", "concat", "hconcat", "vconcat", "facet" and "repeat".""",
            page => page.VegaLiteChart("""{"marks":[]}"""));
        Throws(
            "spec", """RFN0365: VegaLiteChart: spec draws with the mark "bars", which is not known. Did you mean "bar"?""",
            page => page.VegaLiteChart("""{"layer":[{"mark":{"type":"bars"}}]}"""));
        Throws(
            "spec", """RFN0321: VegaLiteChart: spec names the column "Peeple", which is not there. Did you mean "People"? The columns are: City, People, Since.""",
            page => page.VegaLiteChart(Bars.Replace("People", "Peeple", StringComparison.Ordinal), Cities));
        Throws("height", "RFN0320: VegaLiteChart: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.VegaLiteChart(Bars, height: 0));
        Throws(
            "select", """RFN0368: VegaLiteChart: select is true and spec has no selection to return. Add one, for example "params": [{ "name": "pick", "select": "point" }].""",
            page => page.VegaLiteChart(Bars, select: true));
    }

    [Theory]
    [InlineData("""{"mark":"bar","data":{"url":"https://example.org/a.csv"}}""", "spec.data.url")]
    [InlineData("""{"layer":[{"mark":"bar","transform":[{"lookup":"a","from":{"data":{"url":"https://example.org/a.csv"},"key":"a"}}]}]}""", "spec.layer[0].transform[0].from.data.url")]
    public void Nothing_is_fetched_from_elsewhere(string spec, string path) => Throws(
        "spec",
        $"RFN0366: VegaLiteChart: spec fetches \"https://example.org/a.csv\" at {path}. A page fetches nothing from other places. "
        + "Read it in the script, for example with DataFrame.ReadCsv, and give it as data.",
        page => page.VegaLiteChart(spec));

    [Fact]
    public void More_rows_than_a_browser_draws_are_refused()
    {
        Throws(
            "data",
            "RFN0367: VegaLiteChart: data has 50,001 rows of 1 column, and a browser draws at most 50,000 rows and 1,000,000 values. "
            + "Reduce it first with .GroupBy(…), .Where(…), .Take(…) or .Select(…); LineChart and ScatterChart draw any number of rows.",
            page => page.VegaLiteChart("""{"mark":"bar"}""", new DataFrame(("x", new int[50_001]))));
        WireOf(page => page.VegaLiteChart("""{"mark":"bar"}""", new DataFrame(("x", new int[50_000]))));
    }

    [Theory]
    [InlineData("""{"mark":"bar","transform":[{"calculate":"1","as":"New"}],"encoding":{"x":{"field":"New"}}}""")]
    [InlineData("""{"mark":"bar","data":{"values":[{"New":1}]},"encoding":{"x":{"field":"New"}}}""")]
    [InlineData("""{"mark":"bar","encoding":{"x":{"field":"City.name"}}}""")]
    public void Fields_of_its_own_making_are_its_own_affair(string spec) => WireOf(page => page.VegaLiteChart(spec, Cities));

    [Fact]
    public void What_is_selected_is_returned_by_type()
    {
        var sent = $$$$"""{"of":"{{{{Of}}}}","params":{"pick":[{"City":"Oslo","People":717,"Since":"1048-01-01T00:00:00.000","late":null,"_vgsid_":3}],"brush":{"Since":["1000-01-01T00:00:00.000","1060-01-01T00:00:00.000"],"People":[1,800.5]}}}""";
        var page = new FakePage().Sends(sent);

        var chosen = page.VegaLiteChart(Picks, Cities, select: true);

        Assert.False(chosen.IsEmpty);
        Assert.Equal(new Dictionary<string, object?> { ["City"] = "Oslo", ["People"] = 717.0, ["Since"] = new DateTime(1048, 1, 1), ["late"] = null }, Assert.Single(chosen.Points("pick")));
        Assert.Equal((1, 800.5), chosen.Range("brush", "People"));
        Assert.Equal((new DateTime(1000, 1, 1), new DateTime(1060, 1, 1)), chosen.TimeRange("brush", "Since"));
        Assert.Null(chosen.Range("brush", "Since"));
        Assert.Equal(["Oslo"], chosen.Values("pick", "City"));
        Assert.Equal(["Oslo"], chosen.RowsOf(Cities).Column<string>("City"));
        Assert.Equal(sent, page.Value);
        Assert.EndsWith(""","select":{"pick":"point","brush":"interval"}}""", page.Wire, StringComparison.Ordinal);
        Assert.StartsWith(
            """The chart has no selection "size". It has: pick, brush.""", Assert.Throws<ArgumentException>(() => chosen.Points("size")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"brush":{"People":[33,300]}}""", "Bergen Hamar")]
    [InlineData("""{"brush":{"City":["Oslo","Hamar"]}}""", "Oslo Hamar")]
    [InlineData("""{"brush":{"Since":["1060-01-01T00:00:00.000","1900-01-01T00:00:00.000"],"People":[100,300]}}""", "Bergen")]
    [InlineData("""{"pick":[{"City":"Oslo"},{"City":"Hamar"}]}""", "Oslo Hamar")]
    [InlineData("""{"pick":[]}""", "Oslo Bergen Hamar")]
    public void The_selected_rows_are_those_within_all_selections(string selected, string cities)
    {
        var chosen = new FakePage().Sends($$$$"""{"of":"{{{{Of}}}}","params":{{{{selected}}}}}""").VegaLiteChart(Picks, Cities, select: true);

        Assert.Equal(cities.Split(' '), chosen.RowsOf(Cities).Column<string>("City"));
    }

    [Fact]
    public void Rows_are_not_found_by_what_is_no_column()
    {
        var chosen = new FakePage().Sends($$$$"""{"of":"{{{{Of}}}}","params":{"brush":{"bin":[1,2]}}}""").VegaLiteChart(Picks, Cities, select: true);

        Assert.StartsWith(
            """The selection goes along "bin", which is no column of the data. Ask for its values with Values or Points.""",
            Assert.Throws<ArgumentException>(() => chosen.RowsOf(Cities)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "expected a selection, got 1")]
    [InlineData("""{"of":1}""", """expected a selection, got {"of":1}""")]
    [InlineData("""{"of":"x","params":{}}""", "the selection was made in another chart")]
    [InlineData("""{"of":"OF","params":{"size":[]}}""", "the chart has no such selection")]
    [InlineData("""{"of":"OF","params":{"pick":{}}}""", "expected a list, got {}")]
    [InlineData("""{"of":"OF","params":{"pick":[1]}}""", "expected a point, got 1")]
    [InlineData("""{"of":"OF","params":{"pick":[{"a":{}}]}}""", "expected a value, got {}")]
    [InlineData("""{"of":"OF","params":{"pick":[{"a":1e999}]}}""", "expected a value, got 1e999")]
    [InlineData("""{"of":"OF","params":{"pick":[{"Since":"now"}]}}""", "expected a time, got \"now\"")]
    [InlineData("""{"of":"OF","params":{"pick":[{"a":1,"a":2}]}}""", "something is selected twice")]
    [InlineData("""{"of":"OF","params":{"brush":[]}}""", "expected intervals, got []")]
    [InlineData("""{"of":"OF","params":{"brush":{"People":3}}}""", "expected a list, got 3")]
    [InlineData("""{"of":"OF","params":{"brush":{"People":[3,1]}}}""", "an interval ends before it begins")]
    public void What_cannot_be_selected_is_refused(string sent, string reason) =>
        Refuses(sent.Replace("OF", Of, StringComparison.Ordinal), reason, page => page.VegaLiteChart(Picks, Cities, select: true));

    [Fact]
    public void More_than_ten_thousand_points_are_refused() => Refuses(
        $$$"""{"of":"{{{Of}}}","params":{"pick":[{{{string.Join(',', Enumerable.Repeat("{}", 10_001))}}}]}}""",
        "more than 10000 points are selected one by one", page => page.VegaLiteChart(Picks, Cities, select: true));

    [Fact]
    public async Task A_selection_runs_the_script_and_lives_as_long_as_the_chart()
    {
        var shown = Cities;
        await using var app = AppTest.From(() => Ui.Text(string.Join(' ', Ui.VegaLiteChart(Picks, shown, select: true, key: "map").Values("pick", "City"))));
        await app.RunAsync();
        await app.VegaLiteChart("map").SetAsync(new { of = Of, @params = new { pick = new[] { new { City = "Oslo" } } } });
        Assert.Equal("Oslo", app.Text[0].Text);
        Assert.Equal(Of, app.VegaLiteCharts[0]["of"]);

        shown = Cities.Take(2);
        await app.RunAsync();

        Assert.Equal("", app.Text[0].Text);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, app.VegaLiteChart(0).Value!.Value.ValueKind);
    }

    private sealed class Loop
    {
        public string Name => throw new InvalidOperationException("It leads to itself.");
    }
}
