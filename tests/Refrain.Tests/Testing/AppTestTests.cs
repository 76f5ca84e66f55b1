using Refrain.Testing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Testing;

public sealed class AppTestTests
{
    [Fact]
    public async Task A_page_is_asked_for_its_elements_by_label_key_or_index()
    {
        await using var app = AppTest.From(() =>
        {
            Ui.Title("Sales");
            var hour = Ui.Slider("Hour", 0, 23, 17);
            var region = Ui.SelectBox("Region", ["North", "South"], key: "region");
            Ui.Markdown($"**{region}** at {hour} & more");
            if (Ui.Button("Reload"))
                Ui.Success("Reloaded");
        });
        await app.RunAsync();
        Assert.Equal("Sales", app.Headings[0].Text);
        Assert.Equal("North at 17 & more", app.Markdown[0].Text);
        await app.Slider("Hour").SetAsync(9);
        await app.SelectBox("region").SetAsync("South");
        Assert.Equal("South at 9 & more", app.Markdown[0].Text);
        Assert.Empty(app.Alerts);
        await app.Button(0).ClickAsync();
        Assert.Equal(("Reloaded", "success"), (app.Alerts[0].Text, app.Alerts[0]["severity"]));
        Assert.Null(app.Exception);
    }

    [Fact]
    public async Task Asking_for_what_is_not_there_says_what_is()
    {
        await using var app = AppTest.From(() =>
        {
            Probe.Number("Hour");
            Probe.Number("Minute");
            Probe.Press("Go");
            Probe.Press("Go");
        });
        await app.RunAsync();
        Assert.Equal("The page has no slider \"Day\". It has: \"Hour\", \"Minute\".", Message(() => app.Slider("Day")));
        Assert.Equal("The page has no slider number 2. It has: \"Hour\", \"Minute\".", Message(() => app.Slider(2)));
        Assert.Equal("The page has no checkbox \"Day\". It has: none.", Message(() => app.Checkbox("Day")));
        Assert.Equal("The page has 2 of button \"Go\". Give them keys, or ask for one by its index.", Message(() => app.Button("Go")));
    }

    [Fact]
    public async Task The_caches_are_the_tests_own_and_count_executions()
    {
        await using var one = AppTest.From(() => Probe.Say($"{Load(1)}"));
        await using var other = AppTest.From(() => Probe.Say($"{Load(1)}"));
        await one.RunAsync();
        await one.RunAsync();
        await other.RunAsync();
        Assert.Equal((1, 1), (one.Cache.Function("Load").Executions, one.Cache.Function("Load").Hits));
        Assert.Equal(1, other.Cache.Function("Load").Executions);
        one.Cache.Clear();
        await one.RunAsync();
        Assert.Equal(2, one.Cache.Function("Load").Executions);
        Assert.Equal("No cached function 'Lode' was called. These were: Load.", Message(() => one.Cache.Function("Lode")));

        [CacheData]
        static int Load(int number) => number;
    }

    [Fact]
    public async Task A_run_that_does_not_end_is_said_to_be_waiting()
    {
        using var go = new ManualResetEventSlim();
        await using var app = AppTest.From(() => go.Wait(), options => options.Timeout = TimeSpan.FromSeconds(3));
        var error = await Assert.ThrowsAsync<TimeoutException>(app.RunAsync);
        go.Set();
        Assert.Equal(
            "The page did not come to rest within 00:00:03. Its run is Running. Raise AppTestOptions.Timeout, or look for what it waits for.",
            error.Message);
    }

    [Fact]
    public async Task A_scripts_file_is_compiled_woven_and_run()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("refrain").FullName, "sales.cs");
        await File.WriteAllTextAsync(file, """
            using Refrain;

            var hour = Ui.Slider("Hour", 0, 23, 17);
            Ui.Markdown($"{Load(1)} at {hour}");

            [CacheData]
            static int Load(int number) => number;
            """);
        await using var app = await AppTest.FromFileAsync(file);
        await app.RunAsync();
        await app.Slider("Hour").SetAsync(9);
        Assert.Equal("1 at 9", app.Markdown[0].Text);
        Assert.Equal(1, app.Cache.Function("Load").Executions);
    }

    [Fact]
    public async Task A_script_that_does_not_compile_says_why()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("refrain").FullName, "sales.cs");
        await File.WriteAllTextAsync(file, "using Refrain;\nUi.Titel(\"Sales\");\n");
        var error = await Assert.ThrowsAsync<ScriptCompileException>(() => AppTest.FromFileAsync(file));
        Assert.Equal(
            $"'{file}' does not compile:{Environment.NewLine}sales.cs(2,4): error CS0117: 'Ui' does not contain a definition for 'Titel'",
            error.Message);
    }

    [Fact]
    public void A_manual_clock_fires_timers_in_order_at_their_times()
    {
        var time = new ManualTimeProvider();
        var start = time.GetUtcNow();
        var fired = new List<(string, TimeSpan)>();
        using var late = time.CreateTimer(_ => fired.Add(("late", time.GetUtcNow() - start)), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = time.CreateTimer(_ => fired.Add(("often", time.GetUtcNow() - start)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([("often", TimeSpan.FromSeconds(2)), ("late", TimeSpan.FromSeconds(3)), ("often", TimeSpan.FromSeconds(4))], fired);
    }

    private static string Message(Func<object> ask) => Assert.Throws<InvalidOperationException>(ask).Message;
}
