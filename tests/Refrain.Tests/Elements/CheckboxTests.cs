using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class CheckboxTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F4")]
    [Trait("rule", "14")]
    public void It_is_not_ticked_at_first()
    {
        Assert.False(_page.Checkbox("Show"));
        Assert.Equal("""checkbox {"label":"Show","disabled":false,"labelVisibility":"visible"}""", _page.Wire);
        Assert.Equal("false", _page.Value);
    }

    [Fact]
    public void It_is_read_from_the_browser()
    {
        Assert.True(_page.Sends("true").Checkbox("Show"));
        Assert.False(new FakePage().Sends("false").Checkbox("Show", true));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"true\"")]
    [InlineData("null")]
    public void What_is_neither_is_refused(string sent) => Refuses(sent, $"expected true or false, got {sent}", page => page.Checkbox("Show"));

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "4")]
    public void Label_and_first_value_are_its_identity()
    {
        var same = IdentityOf(page => page.Checkbox("a"));

        Assert.Equal(same, IdentityOf(page => page.Checkbox("a", disabled: true, labelVisibility: LabelVisibility.Hidden, onChange: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.Checkbox("b")));
        Assert.NotEqual(same, IdentityOf(page => page.Checkbox("a", true)));
    }
}
