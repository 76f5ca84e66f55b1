using System.Security.Claims;
using Refrain.Sessions;
using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Sessions;

public sealed class ResumeTests
{
    private int _run;

    private AppTest App(Action<AppTestOptions>? configure = null) => AppTest.From(
        () =>
        {
            Probe.Number("Level", 1);
            Probe.Say("same");
            Probe.Say($"run {++_run}");
        },
        configure);

    [Fact]
    public async Task A_lost_connection_goes_on_from_its_last_frame_with_what_changed_since()
    {
        await using var app = App();
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        var (session, frame) = app.Browser.Read(page => (page.Session, page.Frame));
        app.Browser.Disconnect();

        var messages = new List<string>();
        var back = new Browser(app.App.Sessions, new Visitor("test", new())) { OnMessage = message => messages.Add(message.GetRawText()) };
        back.Hello(session, frame);
        await back.Until(page => page.Run == 3 && page.IsSettled);
        Assert.True(back.Page.Resumed);
        Assert.Equal(session, back.Page.Session);
        Assert.DoesNotContain(messages, message => message.Contains("\"reset\"", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.Contains("\"same\"", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("run 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_while_nobody_was_there_comes_with_the_resume()
    {
        await using var app = App(options => options.Time = new ManualTimeProvider()); // at most two frames, however long the run takes
        await app.RunAsync();
        var (session, frame) = app.Browser.Read(page => (page.Session, page.Frame));
        app.Browser.StopAcknowledging();
        await app.RunAsync();
        app.Browser.Disconnect();

        // It never applied the last frame: that one is told again.
        var back = new Browser(app.App.Sessions, new Visitor("test", new()));
        back.Hello(session, frame);
        await back.Until(page => page.Run == 3 && page.IsSettled);
        var changed = back.Read(page => page.Frame);
        Assert.True(changed > frame);
    }

    [Fact]
    public async Task Pressing_F5_keeps_the_session_and_sends_everything()
    {
        await using var app = App();
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        var session = app.Browser.Read(page => page.Session);
        app.Browser.Disconnect();

        var back = new Browser(app.App.Sessions, new Visitor("test", new()));
        back.Hello(session);
        await back.Until(page => page.Run == 3 && page.IsSettled);
        Assert.Equal(["slider", "probe", "probe"], back.Read(page => page.Under("main").Select(node => node.Kind).ToArray()));
        Assert.Equal(7, back.Read(page => page.Nodes.Single(node => node.Kind == "slider").Value!.Value.GetInt32()));
        Assert.Equal(session, back.Page.Session);
    }

    [Fact]
    public async Task A_page_on_a_new_socket_takes_over_from_an_old_one_that_was_not_missed_yet()
    {
        await using var app = App();
        await app.RunAsync();
        var (session, frame) = app.Browser.Read(page => (page.Session, page.Frame));
        var back = new Browser(app.App.Sessions, new Visitor("test", new()));
        back.Hello(session, frame);
        await back.Until(page => page.Run == 2 && page.IsSettled);
        Assert.Equal(session, back.Page.Session);
        Assert.True(app.Browser.Closing.IsCancellationRequested);
        app.Browser.Disconnect();
        Assert.Equal(1, app.App.Sessions.Count);
    }

    [Fact]
    public async Task A_duplicated_tab_forks_with_the_values_of_its_widgets()
    {
        await using var app = App();
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        var twin = new Browser(app.App.Sessions, new Visitor("test", new()));
        twin.Hello(app.Browser.Read(page => page.Session));
        await twin.Until(page => page.IsSettled);
        Assert.NotEqual(app.Browser.Page.Session, twin.Page.Session);
        var slider = twin.Read(page => page.Nodes.Single(node => node.Kind == "slider"));
        Assert.Equal(7, slider.Value!.Value.GetInt32());
        twin.Input(new System.Text.Json.Nodes.JsonObject { ["id"] = slider.Id, ["value"] = 9 });
        await twin.Until(page => page.Seq == 1 && page.IsSettled);
        Assert.Equal(7, app.Slider("Level").Value!.Value.GetInt32());
    }

    [Fact]
    public async Task A_session_of_another_browser_or_another_person_is_not_given_away()
    {
        await using var app = App();
        await app.RunAsync();
        var session = app.Browser.Read(page => page.Session)!;
        app.Browser.Disconnect();
        var ada = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "ada")], "test"));
        foreach (var other in new[] { new Visitor("stolen", new()), new Visitor("test", ada) })
        {
            var browser = new Browser(app.App.Sessions, other);
            browser.Hello(session, 1);
            await browser.Until(page => page.IsSettled);
            Assert.False(browser.Page.Resumed);
            Assert.NotEqual(session, browser.Page.Session);
            Assert.Null(app.App.Sessions.Find(session, other));
        }

        Assert.NotNull(app.App.Sessions.Find(session, new Visitor("test", new())));
    }

    [Fact]
    [Trait("rule", "36")]
    public async Task A_session_is_kept_for_ten_minutes_after_its_browser_has_gone()
    {
        var time = new ManualTimeProvider();
        await using var app = App(options => options.Time = time);
        await app.RunAsync();
        app.Browser.Disconnect();
        time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(1, app.App.Sessions.Count);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(0, app.App.Sessions.Count);
    }

    [Fact]
    public async Task A_page_that_speaks_nonsense_is_told_to_reload_and_closed()
    {
        await using var app = App();
        app.Browser.SendRaw("nonsense"u8.ToArray());
        await app.Browser.Until(page => page.Refused is not null);
        Assert.Equal("The page sent something the server does not understand. Reload it.", app.Browser.Page.Refused);
        var closed = new TaskCompletionSource();
        using var registration = app.Browser.Closing.Register(closed.SetResult);
        await closed.Task;
    }
}
