using System.Text.Json.Nodes;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Widgets;

public sealed class InputTests
{
    [Fact]
    [Trait("rule", "37")]
    public async Task A_click_is_true_in_exactly_one_run()
    {
        var pressed = new List<bool>();
        await using var app = AppTest.From(() => pressed.Add(Probe.Press("Go")));
        await app.RunAsync();
        await app.Button("Go").ClickAsync();
        await app.RunAsync();
        Assert.Equal([false, true, false], pressed);
    }

    [Fact]
    public async Task Two_clicks_of_one_button_give_two_runs()
    {
        var pressed = new List<bool>();
        await using var app = AppTest.From(() => pressed.Add(Probe.Press("Go")));
        await app.RunAsync();
        var id = app.Button("Go").Id;
        await app.SendAsync(Click(id), Click(id));
        Assert.Equal([false, true, true], pressed);
    }

    [Fact]
    [Trait("rule", "46")]
    public async Task A_disabled_widget_takes_no_input()
    {
        var seen = 0;
        var log = new RecordedLog();
        await using var app = AppTest.From(() => seen = Probe.Number("Level", 1, disabled: true), options => options.Logger = log);
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        await app.RunAsync();
        Assert.Equal(1, seen);
        Assert.Equal("Input for the widget slider was refused: it is disabled", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task A_value_the_widget_cannot_have_is_refused_and_the_browser_told_the_true_one()
    {
        var runs = 0;
        var log = new RecordedLog();
        await using var app = AppTest.From(
            () =>
            {
                runs++;
                Probe.Number("Level", 1, max: 10);
            },
            options => options.Logger = log);
        await app.RunAsync();
        var before = Revision(app);
        await app.Slider("Level").SetAsync(11);
        Assert.Equal(1, runs);
        Assert.Equal(1, app.Slider("Level").Value!.Value.GetInt32());
        Assert.True(Revision(app) > before);
        Assert.Equal("Input for the widget slider was refused: 11 is more than 10.", Assert.Single(log.Lines));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("1e99")]
    public async Task A_value_of_a_wrong_kind_is_refused(string json)
    {
        var seen = 0;
        await using var app = AppTest.From(() => seen = Probe.Number("Level", 1));
        await app.RunAsync();
        await app.SendAsync(new JsonObject { ["id"] = app.Slider("Level").Id, ["value"] = JsonNode.Parse(json) });
        await app.RunAsync();
        Assert.Equal(1, seen);
        Assert.Null(app.Exception);
    }

    [Fact]
    public async Task An_unknown_widget_a_click_on_a_value_and_a_value_for_a_button_are_refused()
    {
        var log = new RecordedLog();
        await using var app = AppTest.From(
            () =>
            {
                Probe.Number("Level");
                Probe.Press("Go");
            },
            options => options.Logger = log);
        await app.RunAsync();
        await app.SendAsync(
            new JsonObject { ["id"] = "w99", ["value"] = 1 },
            Click(app.Slider("Level").Id),
            new JsonObject { ["id"] = app.Button("Go").Id, ["value"] = true });
        Assert.Equal(
            [
                "Input for the widget w99 was refused: the page has no such widget",
                "Input for the widget slider was refused: it cannot be clicked",
                "Input for the widget button was refused: it has no value",
            ],
            log.Lines);
    }

    [Fact]
    [Trait("rule", "47")]
    public async Task A_value_equal_in_meaning_calls_no_callback()
    {
        var called = 0;
        await using var app = AppTest.From(() => Probe.Number("Level", 1, onChange: () => called++));
        await app.RunAsync();
        await app.SendAsync(new JsonObject { ["id"] = app.Slider("Level").Id, ["value"] = JsonNode.Parse("1e0") });
        Assert.Equal(0, called);
        await app.Slider("Level").SetAsync(2);
        Assert.Equal(1, called);
    }

    private static int Revision(AppTest app) => app.Browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Revision);

    private static JsonObject Click(string id) => new() { ["id"] = id, ["click"] = true };
}
