using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class TextInputTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F4")]
    [Trait("rule", "14")]
    public void It_is_empty_at_first_and_never_null()
    {
        string text = _page.TextInput("Query");

        Assert.Equal("", text);
        Assert.Equal("""textInput {"label":"Query","disabled":false,"labelVisibility":"visible","password":false}""", _page.Wire);
        Assert.Equal("\"\"", _page.Value);
    }

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        string text = _page.TextInput("Your query", value: "cats", placeholder: "dogs", maxLength: 5, password: true, help: "h");

        Assert.Equal("cats", text);
        Assert.Equal(
            """textInput {"label":"Your query","help":"h","disabled":false,"labelVisibility":"visible","placeholder":"dogs","maxLength":5,"password":true}""",
            _page.Wire);
    }

    [Theory]
    [Trait("rule", "17")]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Cleared_it_is_null_where_its_first_value_is_null(string sent)
    {
        string? text = _page.Sends(sent).TextInput("Query", value: null);

        Assert.Null(text);
        Assert.Equal("null", _page.Value);
    }

    [Fact]
    public void Cleared_it_is_empty_where_its_first_value_is_text() => Assert.Equal("", _page.Sends("null").TextInput("Query", "cats"));

    [Fact]
    public void Any_text_of_one_line_is_taken() => Assert.Equal("a 'b' <c> 猫 🐈", _page.Sends("\"a 'b' <c> 猫 🐈\"").TextInput("Query"));

    [Theory]
    [InlineData("5", "expected text, got 5")]
    [InlineData("[\"a\"]", "expected text, got [\"a\"]")]
    [InlineData("\"abcd\"", "the text has 4 characters, and 3 are taken")]
    [InlineData("\"a\\nb\"", "the text has more than one line")]
    [InlineData("\"\\ud800\"", "the text is not valid Unicode")]
    public void What_it_cannot_have_is_refused(string sent, string reason) => Refuses(sent, reason, page => page.TextInput("Query", maxLength: 3));

    [Fact]
    public void Text_without_end_is_refused() => Refuses(
        $"\"{new string('x', 100_001)}\"", "the text has 100001 characters, and 100000 are taken", page => page.TextInput("Query"));

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "4")]
    public void What_shapes_the_value_is_its_identity()
    {
        var same = IdentityOf(page => page.TextInput("a"));

        Assert.Equal(same, IdentityOf(page => page.TextInput("a", disabled: true, labelVisibility: LabelVisibility.Hidden, onChange: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.TextInput("b")));
        Assert.NotEqual(same, IdentityOf(page => page.TextInput("a", value: null)));
        Assert.NotEqual(same, IdentityOf(page => page.TextInput("a", maxLength: 7)));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "maxLength", """RFN0310: TextInput "Query": maxLength is 0. Give 1 or more, or leave it out.""",
            page => page.TextInput("Query", maxLength: 0));
        Throws(
            "value",
            """RFN0311: TextInput "Query": value has 4 characters and maxLength is 3. Give a shorter value, or raise maxLength.""",
            page => page.TextInput("Query", "cats", maxLength: 3));
    }
}
