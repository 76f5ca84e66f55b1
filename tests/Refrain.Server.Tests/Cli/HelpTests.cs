using Refrain.Cli;

namespace Refrain.Server.Tests.Cli;

public sealed class HelpTests
{
    [Fact]
    public async Task The_tool_names_itself_its_commands_and_lines_to_copy()
    {
        var help = await SaidAsync("--help");
        Assert.Equal(help, await SaidAsync());

        Assert.Contains("Usage:\n  refrain [command] [options]\n", help, StringComparison.Ordinal);
        Assert.All(["run", "new", "hello", "gallery", "publish", "cache", "doctor", "completion"], command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.EndsWith("Examples:\n  refrain new script app.cs\n  refrain run app.cs\n  refrain hello\n", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("gallery")]
    [InlineData("hello")]
    [InlineData("new")]
    [InlineData("publish")]
    [InlineData("cache")]
    [InlineData("cache show")]
    [InlineData("cache clear")]
    [InlineData("doctor")]
    [InlineData("completion")]
    public async Task The_help_of_each_command_has_examples_of_it(string command)
    {
        var help = await SaidAsync([.. command.Split(' '), "--help"]);

        Assert.Contains($"\nUsage:\n  refrain {command}", help, StringComparison.Ordinal);
        Assert.Contains($"refrain {command}", help[help.IndexOf("Examples:\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _refrain refrain")]
    [InlineData("zsh", "compdef _refrain refrain")]
    [InlineData("fish", "complete -c refrain -f -a '(__refrain_words)'")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task A_shell_gets_what_makes_it_complete(string shell, string line) => Assert.Contains(line, await SaidAsync("completion", shell), StringComparison.Ordinal);

    [Fact]
    public async Task What_can_follow_is_suggested()
    {
        Assert.Equal("dashboard\nscript\nweb\n", Sorted(await SaidAsync("[suggest:4]", "new "), "dashboard", "script", "web"));
        Assert.Contains("doctor\n", await SaidAsync("[suggest:3]", "doc"), StringComparison.Ordinal);
    }

    private static string Sorted(string said, params string[] wanted) =>
        string.Concat(said.Split('\n').Where(line => wanted.Contains(line)).Order(StringComparer.Ordinal).Select(line => line + "\n"));

    private static async Task<string> SaidAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await RefrainTool.RunAsync(arguments, output: output));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
