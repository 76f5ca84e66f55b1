using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class SliderTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F4")]
    public void A_label_alone_gives_whole_numbers_from_0_to_100()
    {
        int rows = _page.Slider("Rows");

        Assert.Equal(0, rows);
        Assert.Equal(
            """slider {"label":"Rows","disabled":false,"labelVisibility":"visible","min":0,"max":100,"step":1,"decimals":0}""", _page.Wire);
        Assert.Equal("0", _page.Value);
    }

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        _page.Slider("Rows", 10, 50, 20, 5, "rows", "How many", true, LabelVisibility.Collapsed, keep: Keep.Session);

        Assert.Equal(
            """slider {"label":"Rows","help":"How many","disabled":true,"labelVisibility":"collapsed","min":10,"max":50,"step":5,"decimals":0}""",
            _page.Wire);
        Assert.Equal(("20", "rows", Keep.Session), (_page.Value, _page.Key, _page.Keep));
    }

    [Fact]
    public void Decimals_follow_the_step_the_bounds_and_the_first_value()
    {
        _page.Slider("Share", 0.0, 1.0, 0.125, 0.05);

        Assert.Equal(
            """slider {"label":"Share","disabled":false,"labelVisibility":"visible","min":0,"max":1,"step":0.05,"decimals":3}""", _page.Wire);
    }

    [Fact]
    public void A_pair_makes_a_range()
    {
        var (low, high) = _page.Slider("Years", 1900, 2000, (1950, 1960));

        Assert.Equal((1950, 1960), (low, high));
        Assert.Equal("[1950,1960]", _page.Value);
    }

    [Fact]
    public void A_range_of_decimals_is_read_from_two_numbers() =>
        Assert.Equal((0.25, 0.5), _page.Sends("[0.25,0.5]").Slider("Share", 0.0, 1.0, (0.0, 1.0)));

    [Fact]
    public void A_long_range_counts_in_long() =>
        Assert.Equal(8_000_000_000L, _page.Sends("8000000000").Slider("People", 0L, 10_000_000_000L));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("1e1", 10)]
    public void A_whole_number_is_read_however_it_is_written(string sent, int value) =>
        Assert.Equal(value, _page.Sends(sent).Slider("Rows"));

    [Theory]
    [Trait("rule", "14")]
    [InlineData("101", "101 is not between 0 and 100 by steps of 1")]
    [InlineData("-1", "-1 is not between 0 and 100 by steps of 1")]
    [InlineData("1.5", "expected a whole number, got 1.5")]
    [InlineData("1e999", "expected a whole number, got 1e999")]
    [InlineData("3000000000", "expected a number that fits int, got 3000000000")]
    [InlineData("\"7\"", "expected a number, got \"7\"")]
    [InlineData("null", "expected a number, got null")]
    [InlineData("[1,2]", "expected a number, got [1,2]")]
    [InlineData("{}", "expected a number, got {}")]
    public void What_the_slider_cannot_have_is_refused(string sent, string reason) => Refuses(sent, reason, page => page.Slider("Rows"));

    [Theory]
    [InlineData("[1]", "expected two numbers, got [1]")]
    [InlineData("5", "expected two numbers, got 5")]
    [InlineData("[9,3]", "expected the lower number first, got [9,3]")]
    [InlineData("[0,101]", "101 is not between 0 and 100 by steps of 1")]
    public void What_a_range_cannot_have_is_refused(string sent, string reason) =>
        Refuses(sent, reason, page => page.Slider("Rows", 0, 100, (2, 4)));

    [Theory]
    [InlineData("0.33", "0.33 is not between 0 and 1 by steps of 0.25")]
    [InlineData("1e999", "expected a finite number, got 1e999")]
    [InlineData("-1e999", "expected a finite number, got -1e999")]
    public void What_lies_between_two_steps_is_refused(string sent, string reason) =>
        Refuses(sent, reason, page => page.Slider("Share", 0.0, 1.0, step: 0.25));

    [Fact]
    public void A_browsers_rounding_is_mended() => Assert.Equal(0.3, _page.Sends("0.30000000000000004").Slider("Share", 0.0, 1.0, step: 0.1));

    [Fact]
    public void The_upper_bound_and_the_first_value_may_lie_between_two_steps()
    {
        Assert.Equal(10, _page.Sends("10").Slider("Rows", 0, 10, step: 3));
        Assert.Equal(4, new FakePage().Sends("4").Slider("Rows", 0, 10, 4, step: 3));
    }

    [Fact]
    public void Every_step_a_browser_computes_is_taken_and_lies_within_the_bounds()
    {
        var scales = from min in Gen.Choose(-1000, 1000)
                     from steps in Gen.Choose(1, 500)
                     from step in Gen.Elements(0.001, 0.01, 0.05, 0.1, 0.25, 0.3, 1.0, 2.5, 7.0)
                     from at in Gen.Choose(0, steps)
                     select (Min: min / 10.0, Max: (min / 10.0) + (steps * step), Step: step, At: at);

        Prop.ForAll(scales.ToArbitrary(), scale =>
        {
            var sent = scale.Min + (scale.At * scale.Step);
            var value = new FakePage().Sends(JsonValue.Create(sent).ToJsonString()).Slider("Share", scale.Min, scale.Max, step: scale.Step);
            return Math.Abs(value - sent) < scale.Step / 1000 && value >= scale.Min && value <= scale.Max;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("rule", "6")]
    public void A_kept_value_is_clamped_to_new_bounds()
    {
        Assert.Equal(20, new Refrain.Elements.SliderScale<int>("Rows", 0, 20, 1).Fit(50));
        Assert.Equal(10, new Refrain.Elements.SliderScale<int>("Rows", 10, 20, 1).Fit(5));
        Assert.Equal(15, new Refrain.Elements.SliderScale<int>("Rows", 10, 20, 1).Fit(15));
    }

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "4")]
    [Trait("rule", "13")]
    public void The_parameters_that_shape_the_value_are_its_identity()
    {
        var same = IdentityOf(page => page.Slider("Rows", 0, 10, 5));

        Assert.Equal(same, IdentityOf(page => page.Slider("Rows", 0, 10, 5)));
        Assert.Equal(same, IdentityOf(page => page.Slider("Rows", 0, 10, 5, disabled: true, labelVisibility: LabelVisibility.Hidden, onChange: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Lines", 0, 10, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 1, 10, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 0, 11, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 0, 10, 6)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 0, 10, 5, step: 2)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 0.0, 10.0, 5.0, step: 1)));
        Assert.NotEqual(same, IdentityOf(page => page.Slider("Rows", 0, 10, (5, 5))));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws("min", """RFN0301: Slider "Rows": min is 10 and max is 5. Make min the smaller of the two.""", page => page.Slider("Rows", 10, 5));
        Throws(
            "value",
            """RFN0302: Slider "Rows": value is 200, which is not between 0 and 100. Give a value within the bounds, or widen min and max.""",
            page => page.Slider("Rows", value: 200));
        Throws("step", """RFN0303: Slider "Rows": step is 0. Give a step greater than 0.""", page => page.Slider("Rows", step: 0));
        Throws(
            "max", """RFN0304: Slider "Rows": max is Infinity. Give a number that is neither NaN nor infinite.""",
            page => page.Slider("Rows", 0, double.PositiveInfinity));
        Throws(
            "max",
            """RFN0305: Slider "Id": max is 9007199254740992. A browser counts exactly only between -9007199254740991 and 9007199254740991; give a number between these, or use TextInput.""",
            page => page.Slider("Id", 0L, 9_007_199_254_740_992L));
        Throws(
            "value", """RFN0306: Slider "Years": value is (9, 3). Put the lower end of the range first.""",
            page => page.Slider("Years", 0, 10, (9, 3)));
        Throws(
            "label",
            "RFN0300: Slider has an empty label. Give it one that says what it is; screen readers say it even where it is not seen. "
            + "A widget takes labelVisibility: LabelVisibility.Hidden to hide it.",
            page => page.Slider(" "));
    }
}
