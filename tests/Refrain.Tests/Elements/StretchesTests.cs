using Refrain.Elements;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class StretchesTests
{
    [Fact]
    public async Task A_stretch_shows_more_of_its_rows_than_the_whole_and_keeps_its_extremes()
    {
        var random = new Random(3);
        var frame = new DataFrame(
            ("x", Enumerable.Range(0, 100_000).ToArray()), ("y", Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToArray()));

        var stretch = await ReadAsync(frame, 20_000, 40_000);

        Assert.InRange(stretch.RowCount, 3_000, Reduction.MostRows);
        Assert.Equal((19_999, 40_001), (stretch["x"].Min(), stretch["x"].Max()));
        var inside = frame.Skip(19_999).Take(20_003);
        Assert.Equal((inside["y"].Min(), inside["y"].Max()), (stretch["y"].Min(), stretch["y"].Max()));
        var whole = Reduction.Of(frame);
        Assert.True(stretch.RowCount > 4 * whole.Where("x", (int x) => x is >= 20_000 and <= 40_000).RowCount);
    }

    [Theory]
    [InlineData(10, 12, "9,10,11,12,13")]
    [InlineData(9.5, 10.5, "9,10,11")]
    [InlineData(10.2, 10.8, "10,11")]
    [InlineData(-9, 0.5, "0,1")]
    [InlineData(98.5, 2000, "98,99")]
    [InlineData(-9, -5, "0")]
    [InlineData(2000, 3000, "99")]
    public async Task A_short_stretch_is_there_whole_with_the_rows_to_which_its_lines_lead(double from, double to, string rows)
    {
        var frame = new DataFrame(("x", Enumerable.Range(0, 100).ToArray()), ("y", new double[100]));

        Assert.Equal(rows.Split(',').Select(int.Parse), (await ReadAsync(frame, from, to)).Column<int>("x"));
    }

    [Fact]
    public async Task Points_in_no_order_are_found_wherever_they_are()
    {
        const int rows = 200_000;
        var frame = new DataFrame(("x", Enumerable.Range(0, rows).Select(n => (double?)(n * 7_919L % rows)).ToArray()), ("y", Enumerable.Range(0, rows).ToArray()));
        frame[5, "x"] = null;

        var found = await ReadAsync(frame, 1_000, 1_999);

        Assert.Equal(Enumerable.Range(1_000, 1_000), found.Column<double>("x").Select(x => (int)x).Order());
        Assert.Empty((await ReadAsync(frame, -9, -1)).Column<double>("x"));
    }

    [Fact]
    public async Task Dates_are_days_and_times_milliseconds_since_1970()
    {
        var days = new DataFrame(("x", Enumerable.Range(0, 9).Select(day => new DateOnly(1970, 1, 1).AddDays(day)).ToArray()), ("y", new int[9]));
        var times = new DataFrame(("x", Enumerable.Range(0, 9).Select(second => DateTime.UnixEpoch.AddSeconds(second)).ToArray()), ("y", new int[9]));

        Assert.Equal(new DateOnly(1970, 1, 3), (await ReadAsync(days, 3, 4))["x"].Min());
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(2), (await ReadAsync(times, 3_000, 4_000))["x"].Min());
    }

    [Fact]
    public async Task What_is_no_longer_wanted_ends()
    {
        var frame = new DataFrame(("x", Enumerable.Range(0, 9_000).ToArray()), ("y", new int[9_000]));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Stretches(frame).ReadAsync(0, 9_000, new(canceled: true)));
    }

    [Fact]
    public void Only_a_long_chart_along_an_axis_has_detail()
    {
        Assert.Null(ChartOf(page => page.LineChart(new double[4_000])).Detail);
        var chart = ChartOf(page => page.LineChart(new double[4_001]));
        Assert.Equal(chart.Detail, chart.Sources[1].Id);
        Assert.Equal((4_001, chart.Rows), (chart.Sources[1].RowCount, chart.Sources[0].RowCount));
        Assert.Null(ChartOf(page => page.LineChart(Enumerable.Range(0, 5_000).Select(n => new { Name = $"n{n}", n }).ToList())).Detail);
    }

    private static Task<DataFrame> ReadAsync(DataFrame frame, double from, double to) => new Stretches(frame).ReadAsync(from, to, CancellationToken.None);

    private static Chart ChartOf(Action<Container> draw)
    {
        var page = new FakePage();
        draw(page);
        return Assert.IsType<Chart>(Assert.Single(page.Drawn));
    }
}
