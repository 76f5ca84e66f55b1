using System.Net;
using System.Net.WebSockets;

namespace Refrain.Server.Tests.Security;

public sealed class HostGuardTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:8080", true)]
    [InlineData("app.localhost", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("10.0.0.7", false)]
    [InlineData("sales.example.com", true)]
    [InlineData("eu.shops.example.com", true)]
    [InlineData("other.example.com", false)]
    [InlineData("allowed.example.net", true)]
    public async Task Only_names_of_this_machine_and_configured_names_are_answered(string host, bool answered)
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapRefrain("/", () => { }),
            options =>
            {
                options.Hosts.Add("sales.example.com");
                options.Hosts.Add("*.shops.example.com");
            },
            builder => builder.Configuration["AllowedHosts"] = "allowed.example.net;*");

        using var response = await server.GetAsync("/", ("Host", host));

        Assert.Equal(answered ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_says_which_setting_would_allow_it()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));

        using var response = await server.GetAsync("/", ("Host", "evil.example"));

        Assert.Equal(
            "RFN0620: This server is not known as 'evil.example'. If it should be, add the name to the setting Refrain:Hosts.",
            await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_nothing()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));

        using var other = await server.GetAsync("/", ("Origin", "https://evil.example"));
        using var otherPort = await server.GetAsync("/", ("Origin", "http://127.0.0.1:1"));
        using var own = await server.GetAsync("/", ("Origin", server.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.Equal("RFN0621: The page at 'https://evil.example' may not use this server.", await other.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, otherPort.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_socket_is_opened_only_by_a_page_of_this_server(string origin)
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => { }));
        var cookie = await server.VisitAsync();
        var address = new Uri($"ws://{server.Address.Authority}/_refrain/socket");

        var error = await Assert.ThrowsAsync<WebSocketException>(() => PageSocket.ConnectAsync(address, cookie, origin));

        Assert.Contains("403", error.Message, StringComparison.Ordinal);
    }
}
