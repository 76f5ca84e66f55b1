using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class ButtonTests
{
    private readonly FakePage _page = new();

    [Fact]
    [Trait("row", "F4")]
    public void A_button_is_a_trigger_without_a_value()
    {
        Assert.False(_page.Button("Reload"));

        Assert.Equal("""button {"label":"Reload","disabled":false,"style":"secondary"}""", _page.Wire);
        Assert.True(_page.IsTrigger);
        Assert.Equal("null", _page.Value);
    }

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        Action clicked = () => { };
        _page.Button("Reload", ButtonStyle.Primary, "reload", "Load again", true, clicked);

        Assert.Equal("""button {"label":"Reload","help":"Load again","disabled":true,"style":"primary"}""", _page.Wire);
        Assert.Equal("reload", _page.Key);
        Assert.Same(clicked, _page.OnChange);
    }

    [Fact]
    public void A_value_is_refused() => Refuses("true", "expected a click, got true", page => page.Button("Reload"));

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "2")]
    [Trait("rule", "4")]
    public void The_label_is_its_identity()
    {
        var same = IdentityOf(page => page.Button("a"));

        Assert.Equal(same, IdentityOf(page => page.Button("a", ButtonStyle.Primary, disabled: true, onClick: () => { })));
        Assert.NotEqual(same, IdentityOf(page => page.Button("b")));
    }
}
