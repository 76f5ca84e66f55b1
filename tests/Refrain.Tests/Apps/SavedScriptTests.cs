using Refrain.Scripts;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Apps;

/// <summary>What becomes of what a session holds when the script's code is replaced.</summary>
public sealed class SavedScriptTests
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("refrain").FullName, "sales.cs");

    [Fact]
    [Trait("row", "A3")]
    public async Task Values_of_widgets_and_of_plain_types_stay_and_those_of_the_scripts_own_types_start_anew()
    {
        const string text = """
            using Refrain;

            var region = Ui.SelectBox<Region>("Region");
            var visits = Ui.State.GetOrAdd("visits", () => 0) + 1;
            Ui.State["visits"] = visits;
            Ui.State.Of<Seen>().Count++;
            Ui.Text($"{region} {visits} {Ui.State.Of<Seen>().Count}");

            enum Region { North, South }
            sealed class Seen { public int Count; }
            """;
        await File.WriteAllTextAsync(_file, text);
        var log = new RecordedLog();
        await using var script = new LiveScript(new LiveScriptOptions { Path = _file }, log);
        Assert.Empty((await script.GetAsync()).Errors);
        await using var app = AppTest.From(script.RunAsync, options => options.Logger = log);
        await app.RunAsync();
        await app.SelectBox("Region").SetAsync("South");
        Assert.Equal("South 2 2", app.Text[0].Text);

        await File.WriteAllTextAsync(_file, text.Replace("{region} {visits}", "now {region} {visits}", StringComparison.Ordinal));
        Assert.Empty((await script.CompileAsync()).Errors);
        app.App.Replace(_ => script.RunAsync());
        await app.Browser.Until(page => page.Run == 3 && page.IsSettled);
        Assert.Null(app.Exception);
        Assert.Equal("now South 3 1", app.Text[0].Text);
        Assert.Contains("The session's 'Seen' starts anew: its type came from the script that was replaced.", log.Lines);
    }
}
