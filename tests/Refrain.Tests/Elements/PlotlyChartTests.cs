using System.Text.Json.Nodes;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class PlotlyChartTests
{
    private const string Bars = """{"data":[{"type":"bar","name":"Cities","x":["Oslo","Bergen"],"y":[717,291.5]},{"x":[true],"y":[null]}],"layout":{"title":"People"}}""";

    private static readonly string Of = PlotlyFigure.Of(Bars).Text.Hash;

    public static TheoryData<object> Figures =>
    [
        Bars, JsonNode.Parse(Bars)!,
        new { data = new object[] { new { type = "bar", name = "Cities", x = new[] { "Oslo", "Bergen" }, y = new[] { 717, 291.5 } }, new { x = new[] { true }, y = new double[] { double.NaN } } }, layout = new { title = "People" } },
    ];

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_text_or_a_node_or_an_object(object figure) => Assert.Equal(
        $$"""plotlyChart {"of":"{{Of}}","spec":{{Bars}},"description":"People"}""", WireOf(page => page.PlotlyChart(figure)));

    [Theory]
    [InlineData("""[{"type":"bar","name":"a"},{"name":"b"}]""", null, "Bar, scatter chart of a, b")]
    [InlineData("""{"data":[],"layout":{"title":{"text":"Named"}}}""", null, "Named")]
    [InlineData("""{"data":[]}""", null, "Empty chart")]
    [InlineData("[]", "Mine", "Mine")]
    public void It_is_told_in_words(string figure, string? alt, string words) =>
        Assert.EndsWith($"\"description\":\"{words}\"}}", WireOf(page => page.PlotlyChart(figure, alt: alt)), StringComparison.Ordinal);

    [Fact]
    public void A_long_figure_is_fetched_beside_the_page()
    {
        var page = new FakePage();
        page.PlotlyChart(new { data = new[] { new { y = Enumerable.Range(0, 5_000) } } }, height: 200);

        var blob = Assert.Single(Assert.Single(page.Drawn).Blobs);
        Assert.Equal($$"""plotlyChart {"of":"{{blob.Hash}}","blob":"{{blob.Hash}}","height":200,"description":"Scatter chart"}""", page.Wire);
    }

    [Fact]
    public void What_cannot_be_drawn_is_named()
    {
        const string need = """RFN0369: PlotlyChart: figure has no "data". Give its traces: { "data": [{ "type": "bar", "y": [1, 2] }], "layout": { … } }.""";
        Throws("figure", need, page => page.PlotlyChart("{}"));
        Throws("figure", need, page => page.PlotlyChart("[1]"));
        Throws("figure", "RFN0361: PlotlyChart: figure is \"x\" and not an object. Give the whole of it: { … }.", page => page.PlotlyChart("\"x\""));
        Throws(
            "figure", """RFN0365: PlotlyChart: figure draws with the type "skatter", which is not known. Did you mean "scatter"?""",
            page => page.PlotlyChart("""[{"type":"skatter"}]"""));
        Throws(
            "figure",
            """RFN0366: PlotlyChart: figure fetches "the map of scattergeo" at data[0]. A page fetches nothing from other places. Draw the points as "scatter", or give the shapes as data.""",
            page => page.PlotlyChart("""[{"type":"scattergeo"}]"""));
        Throws(
            "figure",
            """RFN0366: PlotlyChart: figure fetches "https://example.org/a.png" at layout.images[0].source. A page fetches nothing from other places. Give the image itself, as a data: address.""",
            page => page.PlotlyChart("""{"data":[],"layout":{"images":[{"source":"https://example.org/a.png"}]}}"""));
        Throws("height", "RFN0320: PlotlyChart: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.PlotlyChart(Bars, height: 0));
    }

    [Fact]
    public void The_points_that_are_selected_are_returned_with_the_servers_own_values()
    {
        var sent = $$"""{"of":"{{Of}}","points":[[0,1],[1,0]]}""";
        var page = new FakePage().Sends(sent);

        var chosen = page.PlotlyChart(Bars, select: true);

        Assert.Equal([new PlotlyPoint(0, 1, "Bergen", 291.5), new PlotlyPoint(1, 0, true, null)], chosen.Points);
        Assert.Equal(sent, page.Value);
        Assert.EndsWith(",\"select\":true}", page.Wire, StringComparison.Ordinal);
        Assert.True(new FakePage().PlotlyChart(Bars, select: true).IsEmpty);
    }

    [Fact]
    public void The_piece_of_a_pie_has_a_label_and_a_value()
    {
        const string pie = """[{"type":"pie","labels":["a","b"],"values":[1,2]}]""";
        var chosen = new FakePage().Sends($$"""{"of":"{{PlotlyFigure.Of(pie).Text.Hash}}","points":[[0,1]]}""").PlotlyChart(pie, select: true);

        Assert.Equal(new PlotlyPoint(0, 1, "b", 2.0), Assert.Single(chosen.Points));
    }

    [Theory]
    [InlineData("1", "expected a selection, got 1")]
    [InlineData("""{"of":"x","points":[]}""", "the selection was made in another chart")]
    [InlineData("""{"of":"OF","points":[1]}""", "expected a point, got 1")]
    [InlineData("""{"of":"OF","points":[[2,0]]}""", "expected a point, got [2,0]")]
    [InlineData("""{"of":"OF","points":[[0,2]]}""", "expected a point, got [0,2]")]
    [InlineData("""{"of":"OF","points":[[0,-1]]}""", "expected a point, got [0,-1]")]
    [InlineData("""{"of":"OF","points":[[0,0],[0,0]]}""", "something is selected twice")]
    public void What_cannot_be_selected_is_refused(string sent, string reason) =>
        Refuses(sent.Replace("OF", Of, StringComparison.Ordinal), reason, page => page.PlotlyChart(Bars, select: true));

    [Fact]
    public void More_than_ten_thousand_points_are_refused() => Refuses(
        $$"""{"of":"{{Of}}","points":[{{string.Join(',', Enumerable.Repeat("[0,0]", 10_001))}}]}""",
        "more than 10000 points are selected one by one", page => page.PlotlyChart(Bars, select: true));

    [Fact]
    public async Task A_selection_runs_the_script_and_lives_as_long_as_the_figure()
    {
        var figure = Bars;
        await using var app = AppTest.From(() => Ui.Text(string.Join(' ', Ui.PlotlyChart(figure, select: true, key: "bars").Points.Select(point => point.X))));
        await app.RunAsync();
        await app.PlotlyChart("bars").SetAsync(new { of = Of, points = new[] { new[] { 0, 0 } } });
        Assert.Equal("Oslo", app.Text[0].Text);
        Assert.Equal(Of, app.PlotlyCharts[0]["of"]);

        figure = Bars.Replace("Bergen", "Hamar", StringComparison.Ordinal);
        await app.RunAsync();

        Assert.Equal("", app.Text[0].Text);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, app.PlotlyChart(0).Value!.Value.ValueKind);
    }
}
