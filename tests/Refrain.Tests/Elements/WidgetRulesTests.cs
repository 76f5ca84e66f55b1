namespace Refrain.Tests.Elements;

/// <summary>Rules of a page that hang on what its widgets say of themselves, through the whole session.</summary>
public class WidgetRulesTests
{
    [Fact]
    [Trait("rule", "1")]
    [Trait("rule", "4")]
    public async Task A_widget_called_with_equal_parameters_keeps_its_value()
    {
        var disabled = false;
        var value = 0;
        await using var app = AppTest.From(() => value = Ui.Slider("Hour", 0, 23, 17, disabled: disabled));
        await app.RunAsync();
        Assert.Equal(17, value);

        await app.Slider("Hour").SetAsync(9);
        disabled = true;
        await app.RunAsync();

        Assert.Equal(9, value);
    }

    [Fact]
    [Trait("rule", "2")]
    public async Task A_widget_without_a_key_is_another_under_another_label()
    {
        var label = "Query";
        string text = "";
        await using var app = AppTest.From(() => text = Ui.TextInput(label, value: "cats"));
        await app.RunAsync();
        await app.TextInput("Query").SetAsync("dogs");
        Assert.Equal("dogs", text);

        label = "Question";
        await app.RunAsync();
        Assert.Equal("cats", text);

        label = "Query";
        await app.RunAsync();
        Assert.Equal("cats", text);
    }

    [Theory]
    [Trait("rule", "3")]
    [InlineData("b", "a")]
    [InlineData("a", "B")]
    [InlineData("a", "b", "c")]
    public async Task A_select_box_without_a_key_is_another_when_its_options_change(params string[] later)
    {
        string[] options = ["a", "b"];
        string chosen = "";
        await using var app = AppTest.From(() => chosen = Ui.SelectBox("Letter", options));
        await app.RunAsync();
        await app.SelectBox("Letter").SetAsync("b");
        Assert.Equal("b", chosen);

        options = later;
        await app.RunAsync();

        Assert.Equal(later[0], chosen);
    }

    [Fact]
    [Trait("rule", "5")]
    [Trait("rule", "15")]
    public async Task A_widget_with_a_key_keeps_its_value_whatever_else_changes()
    {
        var (label, first, help) = ("Query", "cats", (string?)null);
        string text = "";
        await using var app = AppTest.From(() => text = Ui.TextInput(label, first, help: help, placeholder: help, key: "query"));
        await app.RunAsync();
        await app.TextInput("query").SetAsync("dogs");

        (label, first, help) = ("Question", "birds", "What is it?");
        await app.RunAsync();

        Assert.Equal("dogs", text);
    }

    [Fact]
    [Trait("rule", "6")]
    public async Task A_slider_with_a_key_is_clamped_to_new_bounds()
    {
        var max = 100;
        var value = 0;
        await using var app = AppTest.From(() => value = Ui.Slider("Rows", 0, max, key: "rows"));
        await app.RunAsync();
        await app.Slider("rows").SetAsync(80);

        max = 50;
        await app.RunAsync();

        Assert.Equal(50, value);
    }

    [Fact]
    [Trait("rule", "5")]
    public async Task A_select_box_with_a_key_keeps_its_option_wherever_that_stands_now()
    {
        string[] options = ["a", "b"];
        string chosen = "";
        await using var app = AppTest.From(() => chosen = Ui.SelectBox("Letter", options, key: "letter"));
        await app.RunAsync();
        await app.SelectBox("letter").SetAsync("b");

        options = ["b", "c"];
        await app.RunAsync();
        Assert.Equal(("b", "0"), (chosen, app.SelectBox("letter").Value.ToString()));

        options = ["c", "d"];
        await app.RunAsync();
        Assert.Equal("c", chosen);
    }

    [Fact]
    [Trait("rule", "13")]
    public async Task A_widget_with_a_first_value_that_is_never_the_same_is_new_in_each_run()
    {
        string text = "";
        await using var app = AppTest.From(() => text = Ui.TextInput("Name", Guid.NewGuid().ToString()));
        await app.RunAsync();
        await app.TextInput("Name").SetAsync("Ada");

        Assert.NotEqual("Ada", text);
    }

    [Fact]
    [Trait("rule", "17")]
    public async Task A_cleared_widget_is_null_and_stays_so()
    {
        int? number = 0;
        string? text = "";
        string? chosen = "";
        await using var app = AppTest.From(() =>
        {
            number = Ui.NumberInput("Number", value: null);
            text = Ui.TextInput("Text", value: null);
            chosen = Ui.SelectBox("Letter", ["a", "b"], index: null);
        });
        await app.RunAsync();
        await app.NumberInput("Number").SetAsync(5);
        await app.TextInput("Text").SetAsync("t");
        await app.SelectBox("Letter").SetAsync("b");
        Assert.Equal((5, "t", "b"), (number, text, chosen));

        await app.NumberInput("Number").SetAsync(null);
        await app.TextInput("Text").SetAsync(null);
        await app.SelectBox("Letter").SetAsync(null);
        await app.RunAsync();

        Assert.Equal((null, null, null), (number, text, chosen));
    }

    [Fact]
    [Trait("rule", "37")]
    public async Task A_button_is_true_in_one_run()
    {
        var pressed = new List<bool>();
        await using var app = AppTest.From(() => pressed.Add(Ui.Button("Go")));
        await app.RunAsync();
        await app.Button("Go").ClickAsync();
        await app.RunAsync();

        Assert.Equal([false, true, false], pressed);
    }

    [Fact]
    public async Task A_refused_value_changes_nothing()
    {
        var value = 0;
        await using var app = AppTest.From(() => value = Ui.Slider("Rows", 0, 10, 3));
        await app.RunAsync();
        await app.Slider("Rows").SetAsync(11);

        Assert.Equal(3, value);
        Assert.Null(app.Exception);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task A_contradiction_is_shown_in_the_page_and_mended_by_the_next_run()
    {
        var min = 10;
        await using var app = AppTest.From(() =>
        {
            Ui.Title("Page");
            Ui.Slider("Rows", min, 5);
        });
        await app.RunAsync();
        Assert.Equal("""RFN0301: Slider "Rows": min is 10 and max is 5. Make min the smaller of the two.""", app.Exception?.Text);
        Assert.Equal("ElementException", app.Exception?["title"]);

        min = 0;
        await app.RunAsync();
        Assert.Null(app.Exception);
    }

    [Fact]
    [Trait("row", "F6")]
    public async Task What_is_drawn_in_columns_and_the_sidebar_is_there()
    {
        await using var app = AppTest.From(() =>
        {
            var (left, right) = Ui.Columns(2);
            left.Metric("Rows", 12);
            using (right.Enter()) Ui.Write("inside");
            Ui.Sidebar.Slider("Hour", 0, 23);
        });
        await app.RunAsync();

        Assert.Equal("12", app.Metrics[0]["value"]);
        Assert.Equal("inside", app.Markdown[0].Text);
        Assert.Equal(0, app.Slider("Hour").Value?.GetInt32());
    }

    [Fact]
    [Trait("row", "F1")]
    public async Task Any_number_of_values_is_written()
    {
        await using var app = AppTest.From(() =>
        {
            Ui.Write(1, 2, 3, 4, 5, 6, 7, 8, 9);
            Ui.Write(9, 8, 7, 6, 5, 4, 3, 2, 1);
            Ui.Write("a", "b");
        });
        await app.RunAsync();

        Assert.Equal(["1 2 3 4 5 6 7 8 9", "9 8 7 6 5 4 3 2 1", "a b"], app.Markdown.Select(line => line.Text));
    }
}
