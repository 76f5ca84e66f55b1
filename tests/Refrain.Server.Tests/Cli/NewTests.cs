using Refrain.Cli;
using Refrain.Cli.New;
using Spectre.Console;

namespace Refrain.Server.Tests.Cli;

public sealed class NewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_there_stops_all_of_it()
    {
        Directory.CreateDirectory(_folder["shop"]);
        _folder.Write("shop/Orders.cs", "mine");

        Assert.Equal(
            $"RFN0660: '{_folder["shop/Orders.cs"]}' is there already, and is not overwritten. Choose another name: refrain new web NAME",
            Assert.Throws<UsageException>(() => Template.Read("web").Write(_folder["shop"], "shop")).Message);
        Assert.Equal("mine", File.ReadAllText(_folder["shop/Orders.cs"]));
        Assert.Single(Directory.GetFiles(_folder["shop"]));
    }

    [Theory]
    [InlineData("script", "a b.cs")]
    [InlineData("web", "sh?p")]
    public async Task A_name_that_no_file_should_have_is_refused(string kind, string name) => Assert.Equal(
        $"RFN0661: '{_folder[name]}' cannot be the name of a {kind}. A name is of letters, digits, '-', '_' and '.', for example: sales-2025",
        await RefusedAsync("new", kind, _folder[name]));

    [Fact]
    public async Task What_cannot_be_published_is_refused()
    {
        Assert.Equal(
            $"RFN0662: '{_folder.Path}' is a folder without a project, which cannot be published as one. Publish a script in it, or mount the pages in a program: refrain new web NAME",
            await RefusedAsync("publish", _folder.Path));

        var script = _folder.Write("app.cs", "Ui.Title(\"Sales\");");
        Assert.Equal(
            $"RFN0662: '{script}' does not name the package it is published with. Write '#:package Refrain@0.1.0' as its first line.",
            await RefusedAsync("publish", script));
    }

    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said), Ansi = AnsiSupport.No });
        console.Profile.Width = 10_000;

        Assert.Equal(2, await RefrainTool.RunAsync(arguments, console));
        return said.ToString().Trim();
    }
}
