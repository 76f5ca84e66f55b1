using Refrain.Tests.Pages;

namespace Refrain.Tests.Widgets;

public sealed class IdentityTests
{
    private string _label = "Level";
    private int _max = 100;
    private int _default = 1;
    private string? _key;
    private bool _disabled;
    private int _seen;

    private AppTest App() => AppTest.From(() => _seen = Probe.Number(_label, _default, _key, _max, disabled: _disabled));

    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "14")]
    public async Task An_unkeyed_widget_with_equal_parameters_is_the_same_and_keeps_its_value()
    {
        await using var app = App();
        await app.RunAsync();
        Assert.Equal(1, _seen);
        await app.Slider("Level").SetAsync(7);
        await app.RunAsync();
        Assert.Equal(7, _seen);
    }

    [Fact]
    [Trait("rule", "2")]
    public async Task An_unkeyed_widget_whose_label_changes_is_new()
    {
        await using var app = App();
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        _label = "Height";
        await app.RunAsync();
        Assert.Equal(1, _seen);
        _label = "Level";
        await app.RunAsync();
        Assert.Equal(1, _seen);
    }

    [Fact]
    [Trait("rule", "3")]
    public async Task A_select_box_whose_options_change_is_new()
    {
        string[] options = ["North", "South"];
        string? chosen = null;
        await using var app = AppTest.From(() => chosen = Ui.SelectBox("Region", options));
        await app.RunAsync();
        await app.SelectBox("Region").SetAsync("South");
        Assert.Equal("South", chosen);
        options = ["South", "North"];
        await app.RunAsync();
        Assert.Equal("South", chosen);
        await app.SelectBox("Region").SetAsync("North");
        options = ["South", "North", "East"];
        await app.RunAsync();
        Assert.Equal("South", chosen);
    }

    [Fact]
    [Trait("rule", "17")]
    public async Task A_value_the_user_cleared_stays_cleared()
    {
        double? seen = 0;
        await using var app = AppTest.From(() => seen = Ui.NumberInput("Amount", value: (double?)5));
        await app.RunAsync();
        Assert.Equal(5, seen);
        await app.NumberInput("Amount").SetAsync(null);
        await app.RunAsync();
        Assert.Null(seen);
    }

    [Fact]
    [Trait("rule", "4")]
    public async Task Being_disabled_changes_no_identity()
    {
        await using var app = App();
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        _disabled = true;
        await app.RunAsync();
        Assert.Equal(7, _seen);
    }

    [Fact]
    [Trait("rule", "5")]
    [Trait("rule", "15")]
    public async Task A_keyed_widget_is_the_same_whatever_its_label_or_default()
    {
        _key = "level";
        await using var app = App();
        await app.RunAsync();
        await app.Slider("level").SetAsync(7);
        (_label, _default) = ("Height", 3);
        await app.RunAsync();
        Assert.Equal(7, _seen);
        Assert.Equal(7, app.Slider("Height").Value!.Value.GetInt32());
    }

    [Fact]
    [Trait("rule", "6")]
    public async Task A_keyed_value_is_fitted_to_new_bounds_and_that_is_logged_once()
    {
        _key = "level";
        var log = new RecordedLog();
        await using var app = AppTest.From(() => _seen = Probe.Number(_label, _default, _key, _max), options => options.Logger = log);
        await app.RunAsync();
        await app.Slider("level").SetAsync(70);
        _max = 50;
        await app.RunAsync();
        _max = 40;
        await app.RunAsync();
        Assert.Equal(40, _seen);
        Assert.Equal(40, app.Slider("level").Value!.Value.GetInt32());
        Assert.Equal("The value 70 of the widget 'level' is outside its new bounds and became 50.", Assert.Single(log.Lines));
    }

    [Fact]
    [Trait("rule", "8")]
    public async Task Equal_widgets_are_told_apart_by_their_order()
    {
        var seen = new int[2];
        await using var app = AppTest.From(() =>
        {
            for (var i = 0; i < 2; i++)
                seen[i] = Probe.Number("Level", 1);
        });
        await app.RunAsync();
        await app.Slider(1).SetAsync(9);
        Assert.Equal([1, 9], seen);
    }

    [Fact]
    [Trait("rule", "8")]
    public async Task A_new_line_above_a_widget_does_not_reset_it()
    {
        var moved = false;
        await using var app = AppTest.From(() =>
        {
            if (moved)
                _seen = Probe.Number("Level", 1);
            else
                _seen = Probe.Number("Level", 1);
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(9);
        moved = true;
        await app.RunAsync();
        Assert.Equal(9, _seen);
    }

    [Fact]
    [Trait("rule", "9")]
    public async Task A_key_used_twice_is_refused_with_both_lines()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Number("One", key: "same", file: "/home/ada/sales.cs", line: 5);
            Probe.Number("Two", key: "same", file: "/home/ada/sales.cs", line: 9);
        });
        await app.RunAsync();
        Assert.Equal(
            "RFN0503: The key 'same' is used twice in one run: sales.cs, line 5 and sales.cs, line 9. Give each widget a key of its own.",
            app.Exception!.Text);
    }

    [Fact]
    [Trait("rule", "10")]
    public async Task Equal_widgets_in_the_main_area_and_in_the_sidebar_are_two()
    {
        var (main, side) = (0, 0);
        await using var app = AppTest.From(() =>
        {
            side = Probe.Number("Level", 1, at: Ui.Sidebar);
            main = Probe.Number("Level", 1);
        });
        await app.RunAsync();
        await app.Slider(0).SetAsync(9);
        Assert.Equal((9, 1), (main, side));
    }

    [Fact]
    [Trait("rule", "29")]
    public async Task A_keyed_widget_that_is_not_called_keeps_its_value_and_an_unkeyed_one_does_not()
    {
        var shown = true;
        var (keyed, unkeyed, none) = (0, 0, 0);
        await using var app = AppTest.From(() =>
        {
            if (!shown)
                return;
            keyed = Probe.Number("Keyed", 1, key: "keyed");
            unkeyed = Probe.Number("Unkeyed", 1);
            none = Probe.Number("None", 1, key: "none", keep: Keep.None);
        });
        await app.RunAsync();
        await app.Slider("Keyed").SetAsync(5);
        await app.Slider("Unkeyed").SetAsync(5);
        await app.Slider("None").SetAsync(5);
        shown = false;
        await app.RunAsync();
        shown = true;
        await app.RunAsync();
        Assert.Equal((5, 1, 1), (keyed, unkeyed, none));
    }

    [Fact]
    [Trait("rule", "34")]
    public async Task A_kept_value_is_told_to_the_browser_when_the_widget_comes_back()
    {
        var shown = true;
        await using var app = AppTest.From(() =>
        {
            if (shown)
                Probe.Number("Level", 1, key: "level");
        });
        await app.RunAsync();
        await app.Slider("Level").SetAsync(5);
        var before = app.Browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Revision);
        shown = false;
        await app.RunAsync();
        shown = true;
        await app.RunAsync();
        Assert.Equal(5, app.Slider("Level").Value!.Value.GetInt32());
        Assert.Equal(before, app.Browser.Read(page => page.Nodes.Single(node => node.Kind == "slider").Revision));
    }
}
