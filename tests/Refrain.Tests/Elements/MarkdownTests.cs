using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public partial class MarkdownTests
{
    [Fact]
    [Trait("row", "F2")]
    public void Markdown_becomes_html() =>
        Assert.Equal("""markdown {"html":"<p>Some <em>words</em> and <code>code</code></p>"}""", WireOf(page => page.Markdown("Some *words* and `code`")));

    [Fact]
    public void Tables_tasks_and_strikes_are_drawn()
    {
        Assert.Contains("<th>a</th>", MarkdownHtml.Of("a|b\n-|-\n1|2"), StringComparison.Ordinal);
        Assert.Contains("""<input type="checkbox" disabled checked aria-label="Done" />""", MarkdownHtml.Of("- [x] done"), StringComparison.Ordinal);
        Assert.Contains("""<input type="checkbox" disabled aria-label="To do" />""", MarkdownHtml.Of("- [ ] open"), StringComparison.Ordinal);
        Assert.Equal("<p><del>gone</del></p>", MarkdownHtml.Of("~~gone~~"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>")]
    [InlineData("<div onclick=\"x()\">\ntext\n</div>", "<p>&lt;div onclick=&quot;x()&quot;&gt;\ntext\n&lt;/div&gt;</p>")]
    public void Html_is_shown_as_it_is_written(string text, string html) => Assert.Equal(html, MarkdownHtml.Of(text));

    [Theory]
    [InlineData("https://example.org/a?b=1")]
    [InlineData("http://example.org")]
    [InlineData("//example.org")]
    public void Links_that_lead_away_open_apart(string url) =>
        Assert.Equal($"""<p><a href="{url}" target="_blank" rel="noopener noreferrer">x</a></p>""", MarkdownHtml.Of($"[x]({url})"));

    [Theory]
    [InlineData("mailto:ada@example.org")]
    [InlineData("tel:+431234")]
    [InlineData("other/page")]
    [InlineData("#part")]
    [InlineData("page?time=10:30")]
    public void Other_safe_links_stay_as_they_are(string url) =>
        Assert.Equal($"""<p><a href="{url}">x</a></p>""", MarkdownHtml.Of($"[x]({url})"));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JavaScript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](javascript&#58;alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("[x][y]\n\n[y]: <javascript:alert(1)>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:image/svg+xml,<svg onload=alert(1)>)")]
    [InlineData("[![x](data:text/html,1)](javascript:alert(1))")]
    public void Links_to_elsewhere_lose_their_address(string text) => AssertSafe(MarkdownHtml.Of(text));

    [Fact]
    public void No_text_becomes_markup()
    {
        var pieces = Gen.Elements(
            "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">", "[x](", "[x]: ", "javascript:", "java\nscript:",
            "data:text/html,", "](", ")", "![", "]", "`", "```", "~~~\"onload=\"x", "\"", "'", ">", "<", "&lt;", "&#x3c;", "&quot;", "\\", "\n", "\n\n", "- [x] ",
            "| a | b |\n|-|-|\n", "> ", "# ", "    ", "*", "**", "__", "^", "~", "==", "{onclick=alert(1)}", "http://a\"onmouseover=\"b", "www.a\"b.example",
            "<http://a'b>", "<x@y.z>", "a", " ", "\0", "\u202e", "é");
        var texts = pieces.ListOf().Select(list => string.Concat(list));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            AssertSafe(MarkdownHtml.Of(text));
            AssertSafe(MarkdownHtml.OfLine(text));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_nested_without_end_is_shown_as_text()
    {
        var text = new string('>', 20_000) + "<b>";

        AssertSafe(MarkdownHtml.Of(text));
        AssertSafe(MarkdownHtml.OfLine(new string('[', 20_000)));
    }

    [Theory]
    [InlineData("1. Intro", "1. Intro")]
    [InlineData("# not a heading", "# not a heading")]
    [InlineData("- no list", "- no list")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("    no code", "no code")]
    [InlineData("*so*", "<em>so</em>")]
    public void A_line_stays_one_line(string text, string html) => Assert.Equal(html, MarkdownHtml.OfLine(text));

    [Fact]
    public void Escaped_text_reads_as_it_is_written()
    {
        const string text = "*a* _b_ [c](d) `e` <f> 1. # | ~ ^ = \\ & \"g\" é";

        Assert.Equal(System.Net.WebUtility.HtmlEncode(text).Replace("&#233;", "é", StringComparison.Ordinal), MarkdownHtml.OfLine(MarkdownHtml.Escape(text)));
    }

    /// <summary>Every tag is one that Markdown makes, with attributes that cannot run code.</summary>
    private static void AssertSafe(string html)
    {
        var rest = KnownTag().Replace(html, "");
        Assert.DoesNotContain('<', rest);
        foreach (Match address in Address().Matches(html))
        {
            var url = Ignored().Replace(System.Net.WebUtility.HtmlDecode(address.Groups[1].Value), "");
            Assert.True(!Scheme().IsMatch(url) || KnownScheme().IsMatch(url), $"leads to {url}");
        }
    }

    [GeneratedRegex("""</?(?:p|em|strong|code|pre|a|img|ul|ol|li|h[1-6]|blockquote|table|thead|tbody|tr|th|td|hr|br|del|sub|sup|ins|mark|input)(?: (?:href|src|alt|title|class|start|type|target|rel|style|aria-label)="[^"<>]*"| disabled| checked)*(?: /)?>""")]
    private static partial Regex KnownTag();

    /// <summary>What browsers drop from an address before they look for its scheme.</summary>
    [GeneratedRegex(@"[\x00-\x20\x7f\s]")]
    private static partial Regex Ignored();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex("^(https?|mailto|tel):", RegexOptions.IgnoreCase)]
    private static partial Regex KnownScheme();

    [GeneratedRegex("""(?:href|src)="([^"]*)""")]
    private static partial Regex Address();
}
