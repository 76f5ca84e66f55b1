using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class PieChartTests
{
    private static readonly DataFrame Cities = new(
        ("People", new[] { 100, 300, 50, 50 }),
        ("City", new[] { "Bergen", "Oslo", "Bodø", "Oslo" }),
        ("Area", new double?[] { 1, null, double.NaN, 2 }));

    [Fact]
    public void A_pie_is_its_slices_by_size_and_their_shares_in_words() => Assert.Equal(
        """pieChart {"slices":[{"label":"Oslo","value":350},{"label":"Bergen","value":100},{"label":"Bod\u00F8","value":50}],"donut":false,"description":"Pie chart of People by City: Oslo 70%, Bergen 20%, Bod\u00F8 10%"}""",
        WireOf(page => page.PieChart(Cities)).Replace("ø", "\\u00F8", StringComparison.Ordinal));

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        var wire = WireOf(page => page.PieChart(Cities, label: "People", value: "Area", donut: true, height: 99));

        Assert.Equal(
            """pieChart {"slices":[{"label":"50","value":2},{"label":"100","value":1}],"donut":true,"height":99,"description":"Pie chart of Area by People: 50 66.7%, 100 33.3%; 2 rows without a number left out"}""",
            wire);
    }

    [Fact]
    public void A_dictionary_and_a_column_alone_will_do()
    {
        Assert.Contains("Pie chart of Value by Key: a 75%, b 25%", WireOf(page => page.PieChart(new Dictionary<string, int> { ["b"] = 1, ["a"] = 3 })), StringComparison.Ordinal);
        Assert.Contains("Pie chart of People by row: 1 60%", WireOf(page => page.PieChart(Cities.Select("People"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_null_is_a_slice() =>
        Assert.Contains("""{"label":"null","value":2}""", WireOf(page => page.PieChart(new DataFrame(("n", new string?[] { null, "a" }), ("v", new[] { 2, 1 })))), StringComparison.Ordinal);

    [Fact]
    public void Small_slices_beyond_the_seventh_are_gathered()
    {
        PieChart Of(int count)
        {
            var page = new FakePage();
            page.PieChart(Enumerable.Range(1, count).ToDictionary(n => $"n{n}", n => n));
            return Assert.IsType<PieChart>(Assert.Single(page.Drawn));
        }

        Assert.Equal(["n8", "n7", "n6", "n5", "n4", "n3", "n2", "n1"], Of(8).Slices.Select(slice => slice.Label));
        Assert.Equal(["n10", "n9", "n8", "n7", "n6", "n5", "n4", "Other"], Of(10).Slices.Select(slice => slice.Label));
        Assert.Equal(new PieSlice("Other", 6, 3), Of(10).Slices[^1]);
    }

    [Fact]
    public void Nothing_to_share_out_is_described()
    {
        Assert.Contains("Pie chart of People by City, nothing to share out\"", WireOf(page => page.PieChart(Cities.Take(0))), StringComparison.Ordinal);
        Assert.Contains("nothing to share out\"", WireOf(page => page.PieChart(new Dictionary<string, int> { ["a"] = 0 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "value",
            "RFN0354: PieChart: Value of \"b\" is -3. A slice cannot be less than nothing: leave such rows out with .Where(…), or use BarChart.",
            page => page.PieChart(new Dictionary<string, int> { ["a"] = 1, ["b"] = -3 }));
        Throws(
            "value", "RFN0323: PieChart: value names the column City (string), which holds no numbers. The columns that do are: People, Area.",
            page => page.PieChart(Cities, value: "City"));
        Throws(
            "label", """RFN0321: PieChart: label names the column "Town", which is not there. The columns are: People, City, Area.""",
            page => page.PieChart(Cities, label: "Town"));
        Throws("data", "RFN0322: PieChart: there is no column of numbers to draw. The columns are: City (string).", page => page.PieChart(Cities.Select("City")));
        Throws("height", "RFN0320: PieChart: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.PieChart(Cities, height: 0));
    }
}
