using Refrain.Apps;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Apps;

public sealed class NewScriptTests
{
    [Fact]
    [Trait("row", "A3")]
    public async Task A_new_script_reruns_every_page_and_keeps_the_values_of_its_widgets()
    {
        await using var app = AppTest.From(() => Probe.Say($"old {Probe.Number("Level", 1)}"));
        await app.RunAsync();
        await app.Slider("Level").SetAsync(7);
        app.App.Replace(_ =>
        {
            Probe.Say($"new {Probe.Number("Level", 1)}");
            return Task.CompletedTask;
        });
        await app.Browser.Until(page => page.Run == 3 && page.IsSettled);
        Assert.Equal("new 7", app.Elements("probe")[0].Text);
    }

    [Fact]
    public async Task A_script_that_does_not_compile_lies_over_the_old_page_until_it_does()
    {
        await using var app = AppTest.From(() => Probe.Say("old"));
        await app.RunAsync();
        app.App.Break(new Overlay("sales.cs does not compile", [new Diagnostic("sales.cs", 3, 7, "CS1002", "; expected", "var x = 1")]));
        await app.Browser.Until(page => page.Overlay is not null);
        Assert.Equal(
            """{"title":"sales.cs does not compile","diagnostics":[{"file":"sales.cs","line":3,"column":7,"id":"CS1002","message":"; expected","text":"var x = 1"}]}""",
            app.Browser.Read(page => page.Overlay!.Value.GetRawText()));
        Assert.Equal("old", app.Elements("probe")[0].Text);
        Assert.Equal(1, app.Browser.Read(page => page.Run));

        app.App.Replace(_ =>
        {
            Probe.Say("mended");
            return Task.CompletedTask;
        });
        await app.Browser.Until(page => page.Overlay is null && page.Run == 2 && page.IsSettled);
        Assert.Equal("mended", app.Elements("probe")[0].Text);
    }

    [Fact]
    public async Task A_script_that_has_never_compiled_shows_why_and_starts_once_it_does()
    {
        await using var app = new RefrainApp(new AppOptions(), entry: null);
        app.Break(new Overlay("hello.cs does not compile", []));
        var browser = new Browser(app.Sessions, new Refrain.Sessions.Visitor("one", new()));
        browser.Hello();
        await browser.Until(page => page.Overlay is not null);
        app.Replace(_ =>
        {
            Probe.Say("hello");
            return Task.CompletedTask;
        });
        await browser.Until(page => page.IsSettled);
        Assert.Null(browser.Page.Overlay);
        Assert.Equal("probe", browser.Read(page => page.Under("main").Single().Kind));
    }
}
