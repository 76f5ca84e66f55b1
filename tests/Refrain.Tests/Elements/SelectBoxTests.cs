using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class SelectBoxTests
{
    private static readonly string[] Cities = ["Bergen", "Oslo", "Tromsø"];

    private readonly FakePage _page = new();

    private enum Region
    {
        North,

        [Display(Name = "The south")]
        South,

        [Description("Far west")]
        West,
    }

    private enum FromFive
    {
        Five = 5,
        Six = 6,
    }

    private sealed class Place(string name)
    {
        public override string ToString() => name;
    }

    [Fact]
    [Trait("row", "F4")]
    [Trait("rule", "14")]
    public void The_first_option_is_chosen_at_first()
    {
        string city = _page.SelectBox("City", Cities);

        Assert.Equal("Bergen", city);
        Assert.Equal(
            """selectBox {"label":"City","disabled":false,"labelVisibility":"visible","options":["Bergen","Oslo","Tromsø"]}""", _page.Wire);
        Assert.Equal("0", _page.Value);
    }

    [Fact]
    public void A_format_says_how_options_read()
    {
        int year = _page.SelectBox("Year", Enumerable.Range(2020, 3), index: 2, format: year => $"in {year}", help: "h", key: "year");

        Assert.Equal(2022, year);
        Assert.Equal(
            """selectBox {"label":"Year","help":"h","disabled":false,"labelVisibility":"visible","options":["in 2020","in 2021","in 2022"]}""",
            _page.Wire);
        Assert.Equal(("2", "year"), (_page.Value, _page.Key));
    }

    [Fact]
    public void The_members_of_an_enum_are_its_options()
    {
        Region region = _page.SelectBox<Region>("Region");

        Assert.Equal(Region.North, region);
        Assert.Equal(
            """selectBox {"label":"Region","disabled":false,"labelVisibility":"visible","options":["North","The south","Far west"]}""", _page.Wire);
        Assert.Equal(Region.West, new FakePage().SelectBox("Region", Region.West));
        Assert.Equal(Region.South, new FakePage().Sends("1").SelectBox<Region>("Region"));
        Assert.Equal(FromFive.Five, new FakePage().SelectBox<FromFive>("From"));
    }

    [Fact]
    [Trait("rule", "17")]
    public void An_index_of_null_chooses_none_at_first()
    {
        string? city = _page.SelectBox("City", Cities, index: null);
        int? year = new FakePage().SelectBox("Year", [2020, 2021], index: null);
        Region? region = new FakePage().SelectBox<Region>("Region", null);

        Assert.Null(city);
        Assert.Null(year);
        Assert.Null(region);
        Assert.Equal("null", _page.Value);
        Assert.Equal(
            """selectBox {"label":"City","disabled":false,"labelVisibility":"visible","options":["Bergen","Oslo","Tromsø"],"placeholder":"Choose an option"}""",
            _page.Wire);
        Assert.Equal("Oslo", new FakePage().Sends("1").SelectBox("City", Cities, index: null));
        Assert.Null(new FakePage().Sends("null").SelectBox("Year", [2020, 2021], index: (int?)1));
        Assert.Equal(Region.West, new FakePage().Sends("2").SelectBox<Region>("Region", null));
    }

    [Theory]
    [InlineData("3", "there is no option 3; there are 3")]
    [InlineData("-1", "there is no option -1; there are 3")]
    [InlineData("0.5", "expected a whole number, got 0.5")]
    [InlineData("\"Oslo\"", "expected a number, got \"Oslo\"")]
    [InlineData("null", "an option must be chosen")]
    public void What_is_no_option_is_refused(string sent, string reason) => Refuses(sent, reason, page => page.SelectBox("City", Cities));

    [Fact]
    public void An_option_made_anew_in_each_run_is_found_by_its_text()
    {
        var choices = new Choices<Place>("Place", [new("a"), new("b")], null);

        Assert.Equal(1, choices.IndexOf(new Place("b")));
        Assert.Null(choices.IndexOf(new Place("c")));
    }

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "3")]
    [Trait("rule", "4")]
    public void Label_and_formatted_options_are_its_identity()
    {
        var same = IdentityOf(page => page.SelectBox("a", Cities));

        Assert.Equal(same, IdentityOf(page => page.SelectBox("a", Cities, disabled: true, labelVisibility: LabelVisibility.Hidden, onChange: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.SelectBox("b", Cities)));
        Assert.NotEqual(same, IdentityOf(page => page.SelectBox("a", Cities.Reverse())));
        Assert.NotEqual(same, IdentityOf(page => page.SelectBox("a", Cities, format: city => city + "!")));
        Assert.NotEqual(same, IdentityOf(page => page.SelectBox("a", Cities, 1)));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "options", """RFN0307: SelectBox "a" has no options. Give it at least one, or leave it out while there is nothing to choose from.""",
            page => page.SelectBox("a", Array.Empty<string>()));
        Throws(
            "index", """RFN0308: SelectBox "a": index is 3 and there are 3 options. Give 0 to 2, or null for none chosen at first.""",
            page => page.SelectBox("a", Cities, 3));
        Throws(
            "value", """RFN0309: SelectBox "a": value is 9, which is not one of its options: North, South, West.""",
            page => page.SelectBox("a", (Region)9));
    }
}
