using Refrain.Apps;
using Refrain.Sessions;
using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Sessions;

public sealed class SessionHubTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    [Trait("row", "A2")]
    public async Task Each_visitor_has_a_session_with_values_of_its_own()
    {
        await using var app = App();
        var (one, other) = (await Visit(app, "one"), await Visit(app, "other"));
        var slider = one.Read(page => page.Nodes.Single(node => node.Kind == "slider"));
        one.Input(new System.Text.Json.Nodes.JsonObject { ["id"] = slider.Id, ["value"] = 9 });
        await one.Until(page => page.Seq == 1 && page.IsSettled);
        Assert.Equal(9, Value(one));
        Assert.Equal(1, Value(other));
    }

    [Fact]
    public async Task When_there_are_too_many_the_one_that_left_first_goes_and_those_in_use_stay()
    {
        await using var app = App(maxSessions: 2);
        var first = await Visit(app, "first");
        var second = await Visit(app, "second");
        first.Disconnect();
        _time.Advance(TimeSpan.FromSeconds(1));
        second.Disconnect();
        _ = await Visit(app, "third");
        Assert.Null(app.Sessions.Find(first.Page.Session!, new Visitor("first", new())));
        Assert.NotNull(app.Sessions.Find(second.Page.Session!, new Visitor("second", new())));

        _ = await Visit(app, "fourth");
        var refused = new Browser(app.Sessions, new Visitor("fifth", new()));
        refused.Hello();
        await refused.Until(page => page.Refused is not null);
        Assert.Equal("There are as many visitors as this server takes. Try again in a moment.", refused.Page.Refused);
    }

    [Fact]
    public async Task Ending_the_app_ends_its_sessions_and_closes_their_sockets()
    {
        var app = App();
        var visitor = await Visit(app, "one");
        await app.DisposeAsync();
        Assert.True(visitor.Closing.IsCancellationRequested);
        Assert.Equal(0, app.Sessions.Count);
    }

    private static async Task<Browser> Visit(RefrainApp app, string cookie)
    {
        var browser = new Browser(app.Sessions, new Visitor(cookie, new()));
        browser.Hello();
        await browser.Until(page => page.IsSettled);
        return browser;
    }

    private static int Value(Browser browser) => browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Value!.Value.GetInt32());

    private RefrainApp App(int maxSessions = 10) => new(
        new AppOptions { Time = _time, MaxSessions = maxSessions },
        _ =>
        {
            Probe.Number("Level", 1);
            return Task.CompletedTask;
        });
}
