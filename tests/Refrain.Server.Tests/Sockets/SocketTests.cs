using System.Security.Cryptography;

namespace Refrain.Server.Tests.Sockets;

public sealed class SocketTests
{
    [Fact]
    [Trait("row", "A1")]
    public async Task A_page_is_drawn_and_follows_its_widgets()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        await using var page = await server.ConnectAsync(await server.VisitAsync());

        await page.HelloAsync();
        Assert.Contains("Hello, world!", (string)page.Node("markdown")["props"]!["html"]!, StringComparison.Ordinal);

        await page.InputAsync(1, page.Id("textInput"), "Ada");
        Assert.Contains("Hello, Ada!", (string)page.Node("markdown")["props"]!["html"]!, StringComparison.Ordinal);
        Assert.Equal("done", page.RunState);
    }

    [Fact]
    public async Task A_lost_connection_resumes_the_session_with_its_values()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        var cookie = await server.VisitAsync();
        var first = await server.ConnectAsync(cookie);
        await first.HelloAsync();
        await first.InputAsync(1, first.Id("textInput"), "Ada");
        var (session, frame) = (first.Session, first.Frame);
        first.Drop();
        await first.DisposeAsync();

        await using var second = await server.ConnectAsync(cookie);
        await second.SendAsync(new { type = "hello", session, frame, query = "" });
        await second.UntilAsync(() => second.Session is not null);

        Assert.Equal(session, second.Session);
        Assert.True(second.Resumed);
    }

    [Fact]
    public async Task After_a_reload_the_whole_page_comes_again_with_its_values()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        var cookie = await server.VisitAsync();
        var first = await server.ConnectAsync(cookie);
        await first.HelloAsync();
        await first.InputAsync(1, first.Id("textInput"), "Ada");
        var session = first.Session;
        await first.CloseAsync();

        await using var second = await server.ConnectAsync(cookie);
        await second.SendAsync(new { type = "hello", session, frame = 0, query = "" });
        await second.UntilAsync(() => second.Nodes.Values.Any(node => (string?)node["kind"] == "markdown"));

        Assert.Equal(session, second.Session);
        Assert.Equal("Ada", (string?)second.Node("textInput")["value"]);
        Assert.Contains("Hello, Ada!", (string)second.Node("markdown")["props"]!["html"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_not_given_to_another_cookie()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        await using var mine = await server.ConnectAsync(await server.VisitAsync());
        await mine.HelloAsync();

        await using var other = await server.ConnectAsync(await server.VisitAsync());
        await other.HelloAsync(mine.Session);

        Assert.NotEqual(mine.Session, other.Session);
        Assert.False(other.Resumed);
    }

    [Fact]
    public async Task A_socket_without_a_cookie_is_given_one()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));

        await using var page = await server.ConnectAsync();

        Assert.Matches("^refrain=[A-Za-z0-9_-]{43}$", page.SetCookie);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_by_name()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting), options => options.MaxMessageBytes = 2048);
        await using var page = await server.ConnectAsync(await server.VisitAsync());
        await page.HelloAsync();

        await page.SendTextAsync(Convert.ToHexString(RandomNumberGenerator.GetBytes(2000)));
        await page.UntilClosedAsync();

        Assert.Equal("RFN0625: A message was larger than 2,048 bytes (setting Refrain:MaxMessageBytes).", page.Refused);
    }

    [Fact]
    public async Task Too_many_messages_are_refused_by_name()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting), options => options.MaxMessagesPerSecond = 1);
        await using var page = await server.ConnectAsync(await server.VisitAsync());

        // Two at once are allowed, and one more each second; thirty take less than that.
        for (var i = 0; i < 30; i++)
            await page.SendTextAsync(i == 0 ? """{"type":"hello","session":null,"frame":0,"query":""}""" : """{"type":"rerun"}""");
        await page.UntilClosedAsync();

        Assert.Equal("RFN0626: More than 1 messages a second came from this page (setting Refrain:MaxMessagesPerSecond).", page.Refused);
    }

    [Fact]
    public async Task A_binary_message_is_refused_by_name()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        await using var page = await server.ConnectAsync(await server.VisitAsync());

        await page.SendBinaryAsync([1, 2, 3]);
        await page.UntilClosedAsync();

        Assert.Equal("RFN0624: Messages are text, but a binary one came.", page.Refused);
    }

    [Fact]
    public async Task There_are_no_more_sessions_than_allowed()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting), options => options.MaxSessions = 1);
        await using var first = await server.ConnectAsync(await server.VisitAsync());
        await first.HelloAsync();

        await using var second = await server.ConnectAsync(await server.VisitAsync());
        await second.SendAsync(new { type = "hello", session = (string?)null, frame = 0, query = "" });
        await second.UntilClosedAsync();

        Assert.NotNull(second.Refused);
        Assert.Null(second.Session);
    }

    [Fact]
    public async Task Stopping_the_server_does_not_wait_for_open_pages()
    {
        var server = await TestServer.StartAsync(app => app.MapRefrain("/", Greeting));
        await using var page = await server.ConnectAsync(await server.VisitAsync());
        await page.HelloAsync();

        var stopped = server.DisposeAsync().AsTask();
        await page.UntilClosedAsync();

        await stopped.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static void Greeting()
    {
        var name = Ui.TextInput("Your name", "world");
        Ui.Write($"Hello, {name}!");
    }
}
