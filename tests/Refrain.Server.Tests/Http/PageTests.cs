using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Refrain.Server.Http;
using Refrain.Server.Mounting;

namespace Refrain.Server.Tests.Http;

public sealed partial class PageTests
{
    [Fact]
    public async Task The_page_carries_its_configuration_its_base_and_its_cookie()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/open-orders", () => { }), options => options.Development = true);

        using var response = await server.GetAsync("/open-orders/");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("""<base href="/open-orders/" />""", html, StringComparison.Ordinal);
        Assert.Contains("<title>Open orders</title>", html, StringComparison.Ordinal);
        var config = JsonNode.Parse(Config().Match(html).Groups[1].Value)!;
        Assert.Equal("""{"title":"Open orders","base":"/open-orders","development":true}""", config.ToJsonString());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^refrain=[A-Za-z0-9_-]{43}; path=/; samesite=strict; httponly$", cookie);
    }

    [Fact]
    public async Task A_visitor_that_has_a_cookie_keeps_it()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));
        var cookie = await server.VisitAsync();

        using var again = await server.GetAsync("/", ("Cookie", cookie));
        using var fromElsewhere = await server.GetAsync("/", ("Sec-Fetch-Site", "cross-site"));
        using var forged = await server.GetAsync("/", ("Cookie", "refrain=me"));

        Assert.False(again.Headers.Contains("Set-Cookie"));
        Assert.False(fromElsewhere.Headers.Contains("Set-Cookie"));
        Assert.True(forged.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Every_answer_forbids_what_a_page_does_not_need()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));

        foreach (var path in new[] { "/", "/_refrain/source", "/_refrain/rows/s/t", "/_refrain/assets/none.js" })
        {
            using var response = await server.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' '", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task The_address_without_its_slash_leads_to_the_one_with_it()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/sales", () => { }));

        using var response = await server.GetAsync("/sales?year=2026");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/sales/?year=2026", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_prefix_of_a_proxy_is_part_of_the_base_and_of_the_cookie()
    {
        await using var server = await TestServer.StartAsync(app =>
        {
            app.UsePathBase("/tools");
            app.UseRouting();
            app.MapRefrain("/sales", () => { });
        });

        using var response = await server.GetAsync("/tools/sales/");

        Assert.Contains("""<base href="/tools/sales/" />""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("path=/tools;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_title_can_end_the_element_it_stands_in()
    {
        var html = PageEndpoint.Fill(
            "<!--refrain-base--><title>Refrain</title><!--refrain-config-->",
            new PageConfig("</script><script>alert(1)</script>", "/\"><script>", Development: false));

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_end_is_served_compressed_and_for_ever()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));
        using var page = await server.GetAsync("/");
        var file = Script().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;

        using var plain = await server.GetAsync(file);
        using var brotli = await server.GetAsync(file, ("Accept-Encoding", "gzip, br"));
        using var gzip = await server.GetAsync(file, ("Accept-Encoding", "gzip, br;q=0"));
        using var missing = await server.GetAsync("/_refrain/assets/none.js");

        Assert.Equal("text/javascript", plain.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", plain.Headers.CacheControl!.ToString());
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.True(brotli.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task An_error_s_page_is_found_below_the_page_that_shows_the_error()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/sales", () => { }));

        using var page = await server.GetAsync("/sales/docs/errors/RFN0604.md");
        using var missing = await server.GetAsync("/sales/docs/errors/RFN9999.md");

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("<h1>RFN0604: A parameter of a page's function cannot be given</h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [GeneratedRegex("""<script type="application/json" id="refrain">(.*?)</script>""")]
    private static partial Regex Config();

    [GeneratedRegex("src=\"\\.(/_refrain/assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();
}
