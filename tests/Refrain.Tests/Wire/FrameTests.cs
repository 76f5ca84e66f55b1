using System.Text.Json;
using Refrain.Testing;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;
using Refrain.Wire;

namespace Refrain.Tests.Wire;

public sealed class FrameTests
{
    private readonly List<string> _messages = [];

    [Fact]
    public async Task The_first_frame_has_everything()
    {
        await using var app = AppTest.From(
            () =>
            {
                Probe.Say("hello");
                Probe.Number("Level", 3);
                Probe.Press("Go");
            },
            options => options.Time = new Refrain.Testing.ManualTimeProvider()); // one frame, however long the run takes
        app.Browser.OnMessage = Keep;
        await app.RunAsync();
        Assert.Equal(
            [
                $$"""{"type":"welcome","session":"{{app.Session!.Id}}","resumed":false}""",
                """{"type":"frame","frame":1,"reset":true,"run":{"number":1,"state":"done"},"nodes":["""
                + """{"id":"root","kind":"root","props":{}},{"id":"main","kind":"main","props":{}},"""
                + """{"id":"n1","kind":"probe","props":{"text":"hello"}},"""
                + """{"id":"w2","kind":"slider","props":{"label":"Level","max":100},"value":3,"revision":1},"""
                + """{"id":"w3","kind":"button","props":{"label":"Go"}}]"""
                + ""","children":{"root":["main"],"main":["n1","w2","w3"]},"spinners":[]}""",
            ],
            _messages.Where(message => !message.Contains("\"running\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_frame_has_only_what_changed()
    {
        await using var app = AppTest.From(() =>
        {
            for (var i = 0; i < 100; i++)
                Probe.Say($"line {i}");
            Probe.Say($"level {Probe.Number("Level", 3)}");
        });
        await app.RunAsync();
        app.Browser.OnMessage = Keep;
        await app.Slider("Level").SetAsync(5);
        var nodes = _messages.SelectMany(message => Nodes(JsonDocument.Parse(message).RootElement)).ToArray();
        Assert.Equal(["probe", "slider"], nodes.Select(node => node.GetProperty("kind").GetString()).Distinct().Order());
        Assert.Equal(2, nodes.Length);
        Assert.DoesNotContain(_messages, message => message.Contains("\"children\"", StringComparison.Ordinal));
        Assert.Contains(_messages, message => message.Contains("\"seq\":1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_most_two_frames_are_unacknowledged_and_the_rest_is_merged()
    {
        var round = 0;
        using var drawn = new SemaphoreSlim(0);
        await using var app = AppTest.From(() =>
        {
            Probe.Say($"round {++round}");
            drawn.Release();
        });
        await app.RunAsync();
        await drawn.WaitAsync();
        app.Browser.StopAcknowledging();
        var before = app.Browser.Read(page => page.Frame);
        for (var sent = 1; sent <= 5; sent++)
        {
            app.Browser.Send("rerun");
            await drawn.WaitAsync();
            var frames = Math.Min(sent, 2);
            await app.Browser.Until(page => page.Frame >= before + frames);
        }

        Assert.Equal(before + 2, app.Browser.Read(page => page.Frame));
        Assert.NotEqual("round 6", app.Elements("probe")[0].Text);
        app.Browser.AcknowledgeAgain();
        await app.Browser.Until(page => page.Run == 6 && page.IsSettled);
        Assert.Equal("round 6", app.Elements("probe")[0].Text);
    }

    [Fact]
    public async Task Inserting_an_element_rewrites_no_other()
    {
        var inserted = false;
        await using var app = AppTest.From(() =>
        {
            Probe.Say("first");
            if (inserted)
                Probe.Say("inserted");
            Probe.Say("last");
        });
        await app.RunAsync();
        var before = app.Browser.Read(page => page.Children("main").ToArray());
        inserted = true;
        app.Browser.OnMessage = Keep;
        await app.RunAsync();
        var after = app.Browser.Read(page => page.Children("main").ToArray());
        Assert.Equal([before[0], after[1], before[1]], after);
        Assert.Single(_messages.SelectMany(message => Nodes(JsonDocument.Parse(message).RootElement)));
    }

    [Fact]
    public async Task Much_at_once_is_sent_before_the_run_ends()
    {
        using var go = new ManualResetEventSlim();
        await using var app = AppTest.From(
            () =>
            {
                Probe.Say(new string('x', 9000));
                go.Wait();
            },
            options => options.Time = new ManualTimeProvider());
        app.Browser.Hello();
        await app.Browser.Until(page => page.State == RunState.Running && page.Children("main").Count == 1);
        go.Set();
        await app.Browser.Until(page => page.IsSettled);
    }

    private static JsonElement[] Nodes(JsonElement message) =>
        message.TryGetProperty("nodes", out var nodes) ? [.. nodes.EnumerateArray()] : [];

    private void Keep(JsonElement message) => _messages.Add(message.GetRawText());
}
