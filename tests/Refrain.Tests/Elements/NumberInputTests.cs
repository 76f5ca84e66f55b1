using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class NumberInputTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F4")]
    [Trait("rule", "14")]
    public void A_label_alone_gives_a_number_with_decimals()
    {
        double price = _page.NumberInput("Price");

        Assert.Equal(0, price);
        Assert.Equal("""numberInput {"label":"Price","disabled":false,"labelVisibility":"visible","step":0.01,"decimals":2}""", _page.Wire);
    }

    [Fact]
    public void Whole_bounds_or_a_whole_value_give_a_whole_number()
    {
        int people = _page.NumberInput("People", 1, 12, 2);
        int count = new FakePage().NumberInput("Count", value: 3);
        int from = new FakePage().NumberInput("From", min: 7);

        Assert.Equal((2, 3, 7), (people, count, from));
        Assert.Equal(
            """numberInput {"label":"People","disabled":false,"labelVisibility":"visible","min":1,"max":12,"step":1,"decimals":0}""", _page.Wire);
    }

    [Fact]
    [Trait("rule", "17")]
    public void A_first_value_of_null_gives_a_number_or_null()
    {
        int? year = _page.NumberInput("Year", value: null);
        double? share = new FakePage().NumberInput("Share", 0, 1.0, (double?)null);

        Assert.Null(year);
        Assert.Null(share);
        Assert.Equal("null", _page.Value);
        Assert.Equal(1815, new FakePage().Sends("1815").NumberInput("Year", value: (int?)null));
        Assert.Null(new FakePage().Sends("null").NumberInput("Year", value: (int?)1815));
    }

    [Fact]
    public void Cleared_it_goes_back_to_its_first_value() => Assert.Equal(7, _page.Sends("null").NumberInput("Count", value: 7));

    [Fact]
    public void Any_number_within_the_bounds_is_taken() =>
        Assert.Equal(0.123, _page.Sends("0.123").NumberInput("Share", 0.0, 1.0));

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        _page.NumberInput("Share", 0.5, 2.5, 1.25, 0.5, "e.g. 1", "share", "h", true, LabelVisibility.Hidden);

        Assert.Equal(
            """numberInput {"label":"Share","help":"h","disabled":true,"labelVisibility":"hidden","min":0.5,"max":2.5,"step":0.5,"decimals":2,"placeholder":"e.g. 1"}""",
            _page.Wire);
        Assert.Equal("1.25", _page.Value);
    }

    [Theory]
    [InlineData("0", "0 is outside the bounds")]
    [InlineData("13", "13 is outside the bounds")]
    [InlineData("2.5", "expected a whole number, got 2.5")]
    [InlineData("\"2\"", "expected a number, got \"2\"")]
    [InlineData("true", "expected a number, got true")]
    [InlineData("99999999999999999999", "expected a number that fits int, got 99999999999999999999")]
    public void What_it_cannot_have_is_refused(string sent, string reason) => Refuses(sent, reason, page => page.NumberInput("People", 1, 12));

    [Fact]
    public void Infinity_is_refused() => Refuses("1e999", "expected a finite number, got 1e999", page => page.NumberInput("Price"));

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "4")]
    public void What_shapes_the_value_is_its_identity()
    {
        var same = IdentityOf(page => page.NumberInput("a", 0, 10, 5));

        Assert.Equal(same, IdentityOf(page => page.NumberInput("a", 0, 10, 5, disabled: true, labelVisibility: LabelVisibility.Hidden, onChange: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("b", 0, 10, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("a", 1, 10, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("a", 0, 11, 5)));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("a", 0, 10, 6)));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("a", 0, 10, (int?)5)));
        Assert.NotEqual(same, IdentityOf(page => page.NumberInput("a", 0.0, 10.0, 5.0, 1)));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws("min", """RFN0301: NumberInput "a": min is 2 and max is 1. Make min the smaller of the two.""", page => page.NumberInput("a", 2, 1));
        Throws(
            "value", """RFN0302: NumberInput "a": value is 0, which is not 1 or more. Give a value within the bounds, or widen min and max.""",
            page => page.NumberInput("a", 1, value: 0));
        Throws(
            "value", """RFN0302: NumberInput "a": value is 3, which is not 2 or less. Give a value within the bounds, or widen min and max.""",
            page => page.NumberInput("a", max: 2, value: 3));
        Throws("step", """RFN0303: NumberInput "a": step is -1. Give a step greater than 0.""", page => page.NumberInput("a", value: 1, step: -1));
        Throws(
            "min", """RFN0304: NumberInput "a": min is NaN. Give a number that is neither NaN nor infinite.""",
            page => page.NumberInput("a", double.NaN));
    }
}
