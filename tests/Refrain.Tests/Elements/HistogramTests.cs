using FsCheck;
using FsCheck.Fluent;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class HistogramTests
{
    private static readonly DataFrame People = new(
        ("Name", new[] { "a", "b", "c", "d" }),
        ("Age", new[] { 1, 2, 2, 9 }),
        ("Height", new double?[] { 1.5, null, double.NaN, 1.75 }),
        ("Born", new[] { new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 9) }));

    [Fact]
    public void A_histogram_is_its_edges_and_counts_and_a_description() => Assert.Equal(
        """histogram {"type":"int32","edges":[1,5,9],"series":[{"name":"Age","counts":[3,1]}],"description":"Histogram of Age, 4 values in 2 bins from 1 to 9, most (3) from 1 to 5"}""",
        WireOf(page => page.Histogram(People, bins: 2)));

    [Fact]
    public void Every_option_reaches_the_wire() => Assert.EndsWith(
        ""","xLabel":"years","yLabel":"people","height":200,"description":"Histogram of Age, 4 values in 1 bin from 1 to 9, most (4) from 1 to 9"}""",
        WireOf(page => page.Histogram(People, "Age", bins: 1, xLabel: "years", yLabel: "people", height: 200)), StringComparison.Ordinal);

    [Fact]
    public void Values_alone_are_counted() => Assert.StartsWith(
        """histogram {"type":"float64","edges":[0,1,2],"series":[{"name":"value","counts":[1,2]}]""",
        WireOf(page => page.Histogram([0, 1, 2], bins: 2)), StringComparison.Ordinal);

    [Fact]
    public void What_has_no_number_is_left_out_and_said()
    {
        var wire = WireOf(page => page.Histogram(People, "Height", bins: 1));

        Assert.Contains("\"counts\":[2]", wire, StringComparison.Ordinal);
        Assert.Contains("2 values in 1 bin from 1.5 to 1.75, most (2) from 1.5 to 1.75; 2 without a number left out", wire, StringComparison.Ordinal);
        Assert.Contains("Histogram of value, 2 values", WireOf(page => page.Histogram([double.NegativeInfinity, 1, 2, double.PositiveInfinity])), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_count_is_described()
    {
        Assert.Equal(
            """histogram {"type":"float64","edges":[],"series":[{"name":"value","counts":[]}],"description":"Histogram of value, no values; 1 without a number left out"}""",
            WireOf(page => page.Histogram([double.NaN])));
        Assert.Contains("Histogram of Age, no values\"", WireOf(page => page.Histogram(People.Take(0))), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_counted_by_whole_days_and_times_by_the_clock()
    {
        var days = WireOf(page => page.Histogram(People, "Born"));
        Assert.StartsWith("""histogram {"type":"date","edges":[18262,18264,18266,18268,18270],"series":[{"name":"Born","counts":[3,0,0,1]}]""", days, StringComparison.Ordinal);
        Assert.Contains("4 bins from 2020-01-01 to 2020-01-09", days, StringComparison.Ordinal);

        var noon = new DateTime(2020, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        var times = new DataFrame(("At", Enumerable.Range(0, 60).Select(minute => noon.AddMinutes(minute)).ToArray()));
        Assert.Contains("6 bins from 2020-01-01 12:00:00 to 2020-01-01 13:00:00", WireOf(page => page.Histogram(times)), StringComparison.Ordinal);

        var took = new DataFrame(("Took", new[] { TimeSpan.FromDays(1), TimeSpan.FromDays(2) }));
        Assert.Contains("from 1.00:00:00 to 2.00:00:00", WireOf(page => page.Histogram(took, bins: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_columns_share_their_bins() => Assert.StartsWith(
        """histogram {"type":"int32","edges":[0,5,10],"series":[{"name":"a","counts":[1,1]},{"name":"b","counts":[2,0]}]""",
        WireOf(page => page.Histogram(new DataFrame(("a", new[] { 0, 10 }), ("b", new[] { 1, 2 })), ["a", "b"], bins: 2)), StringComparison.Ordinal);

    [Fact]
    public void Whole_numbers_that_are_few_have_a_bin_each() => Assert.StartsWith(
        """histogram {"type":"int32","edges":[1,2,3,4,5,6,7],"series":[{"name":"n","counts":[100,100,100,100,100,100]}]""",
        WireOf(page => page.Histogram(new DataFrame(("n", Enumerable.Range(0, 600).Select(n => 1 + (n % 6)).ToArray())))), StringComparison.Ordinal);

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(1e300)]
    [InlineData(-1e-300)]
    public void One_value_alone_is_counted(double value)
    {
        Assert.Equal(1, Counts(new double[] { value }, null).Sum());
        Assert.Equal(1, Counts(new double[] { value }, 10).Sum());
    }

    [Fact]
    public void The_whole_range_of_doubles_is_counted() => Assert.Equal(3, Counts([double.MinValue, 0, double.MaxValue], null).Sum());

    [Fact]
    public void Every_value_lies_between_the_edges_of_its_bin()
    {
        var cases = from rows in Gen.Choose(1, 3_000)
                    from bins in Gen.Choose(0, 60)
                    from scale in Gen.Elements(1e-6, 1, 12_345.678, 1e12)
                    from seed in Gen.Choose(0, int.MaxValue)
                    select (rows, bins, scale, seed);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var random = new Random(one.seed);
            var values = Enumerable.Range(0, one.rows).Select(_ => (Math.Floor(random.NextDouble() * 50) - 20) * one.scale / 7).ToArray();

            var histogram = Histogram(values, one.bins == 0 ? null : one.bins);

            var edges = histogram.Edges;
            Assert.InRange(edges.Count, 2, Bins.Most + 1);
            Assert.True(edges[0] <= values.Min());
            for (var bin = 0; bin < edges.Count - 1; bin++)
            {
                var isLast = bin == edges.Count - 2;
                Assert.Equal(values.Count(value => value >= edges[bin] && (isLast || value < edges[bin + 1])), histogram.Series[0].Counts[bin]);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Many_rows_are_all_counted_into_few_round_bins()
    {
        var histogram = Histogram([.. Enumerable.Range(0, 1_000_000).Select(row => row % 1_000 / 10.0)], null);

        Assert.Equal(1_000_000, histogram.Series[0].Counts.Sum());
        Assert.Equal((0.0, 100.0, 101), (histogram.Edges[0], histogram.Edges[^1], histogram.Edges.Count));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws("bins", "RFN0350: Histogram: bins is 0. Give 1 to 1,000, or leave it out.", page => page.Histogram(People, bins: 0));
        Throws("bins", "RFN0350: Histogram: bins is 1001. Give 1 to 1,000, or leave it out.", page => page.Histogram([1], bins: 1_001));
        Throws(
            "columns",
            """RFN0351: Histogram: columns names the column Name (string), whose values lie on no axis. Count them instead: Ui.BarChart(data.GroupBy("Name").Count()).""",
            page => page.Histogram(People, "Name"));
        Throws(
            "columns", "RFN0352: Histogram: the columns Age (int) and Born (DateOnly) do not lie on one axis. Draw a histogram of each.",
            page => page.Histogram(People, ["Age", "Born"]));
        var wide = new DataFrame(Enumerable.Range(0, 9).Select(n => ($"c{n}", (Column)new[] { n })).ToArray());
        Throws(
            "columns",
            "RFN0353: Histogram: 9 columns over another are too many to tell apart; at most 8 are drawn. Name fewer with columns: [\"…\"].",
            page => page.Histogram(wide, wide.Columns.Names.ToArray()));
        Throws(
            "columns", """RFN0321: Histogram: columns names the column "Agee", which is not there. Did you mean "Age"? The columns are: Name, Age, Height, Born.""",
            page => page.Histogram(People, "Agee"));
        Throws("data", "RFN0322: Histogram: there is no column of numbers to draw. The columns are: Name (string).", page => page.Histogram(People.Select("Name")));
        Throws("height", "RFN0320: Histogram: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.Histogram(People, height: 0));
    }

    private static IReadOnlyList<long> Counts(double[] values, int? bins) => Histogram(values, bins).Series[0].Counts;

    private static Histogram Histogram(double[] values, int? bins)
    {
        var page = new FakePage();
        page.Histogram(values, bins);
        return Assert.IsType<Histogram>(Assert.Single(page.Drawn));
    }
}
