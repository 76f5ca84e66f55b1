using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class TextElementsTests
{
    [Fact]
    [Trait("row", "F2")]
    public void Headings_have_three_levels()
    {
        Assert.Equal("""heading {"level":1,"html":"Uber <em>pickups</em>","anchor":"uber-pickups"}""", WireOf(page => page.Title("Uber *pickups*")));
        Assert.Equal("""heading {"level":2,"html":"By hour","anchor":"hours"}""", WireOf(page => page.Header("By hour", anchor: "hours")));
        Assert.Equal("""heading {"level":3,"html":"1. Größe","anchor":"1-größe"}""", WireOf(page => page.Subheader("1. Größe")));
    }

    [Fact]
    public void An_anchor_is_never_empty() => Assert.Equal("""heading {"level":1,"html":"!","anchor":"section"}""", WireOf(page => page.Title("!")));

    [Fact]
    public void Text_is_not_markdown() => Assert.Equal("""text {"text":"a *b*  <c>\nd"}""", WireOf(page => page.Text("a *b*  <c>\nd")));

    [Fact]
    public void A_caption_is_markdown() => Assert.Equal("""caption {"html":"<p>Source: <em>city</em></p>"}""", WireOf(page => page.Caption("Source: *city*")));

    [Fact]
    public void A_divider_has_nothing_to_say() => Assert.Equal("divider {}", WireOf(page => page.Divider()));

    [Fact]
    public void Alerts_differ_by_severity()
    {
        Assert.Equal("""alert {"severity":"success","html":"<p>a</p>"}""", WireOf(page => page.Success("a")));
        Assert.Equal("""alert {"severity":"info","html":"<p>a</p>"}""", WireOf(page => page.Info("a")));
        Assert.Equal("""alert {"severity":"warning","html":"<p>a</p>"}""", WireOf(page => page.Warning("a")));
        Assert.Equal("""alert {"severity":"error","html":"<p>a</p>"}""", WireOf(page => page.Error("a")));
    }

    [Fact]
    public void Text_that_is_null_is_refused_by_name() =>
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => new FakePage().Markdown(null!)).ParamName);

    [Fact]
    public void Every_call_says_where_it_stands()
    {
        var page = new FakePage();
        page.Divider();

        var site = Assert.Single(page.Sites);
        Assert.EndsWith("TextElementsTests.cs", site.File, StringComparison.Ordinal);
        Assert.True(site.Line > 0);
    }
}
