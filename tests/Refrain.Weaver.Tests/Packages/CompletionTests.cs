namespace Refrain.Weaver.Tests.Packages;

/// <summary>Shells complete the words of the installed tool, by what it gives them.</summary>
[Collection(ToolCollection.Name)]
[Trait("row", "I2")]
public class CompletionTests
{
    private const string Bash = """
        eval "$(refrain completion bash)"
        COMP_LINE="$1" COMP_POINT="${#1}"
        read -ra COMP_WORDS <<< "$1"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _refrain
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    // Without a terminal zsh has no editor to complete in: what would be shown is printed instead.
    private const string Zsh = """
        compdef() { : }
        compadd() { shift; (( $# )) && print -l -- "$@" }
        _files() { print -l -- *.cs }
        eval "$(refrain completion zsh)"
        words=("${(@s: :)1}") CURRENT=$#words
        _refrain
        """;

    private const string Fish = "refrain completion fish | source; complete -C $argv[1]";

    [Theory]
    [InlineData("bash", Bash, new[] { "--norc", "-c" })]
    [InlineData("zsh", Zsh, new[] { "-f", "-c" })]
    [InlineData("fish", Fish, new[] { "-c" })]
    public async Task A_shell_completes_commands_kinds_options_and_where_nothing_else_fits_files(string shell, string script, string[] options)
    {
        if (OperatingSystem.IsWindows())
            return;
        var refrain = await PackageFeed.ToolIn(PackageFeed.NewFolder(("sales.cs", "")));
        var command = refrain with
        {
            Program = shell,
            Variables = new Dictionary<string, string>
            {
                ["PATH"] = $"{Path.GetDirectoryName(refrain.Program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
                ["XDG_CONFIG_HOME"] = refrain.Folder,
                ["XDG_DATA_HOME"] = refrain.Folder,
            },
        };

        Assert.Equal(["new"], await CompletedAsync("refrain ne"));
        Assert.Equal(["dashboard"], await CompletedAsync("refrain new da"));
        Assert.Equal(["--folder", "--function"], await CompletedAsync("refrain cache clear --f"));

        // bash completes files by itself, where there is nothing.
        if (shell != "bash")
            Assert.Equal(["sales.cs"], await CompletedAsync("refrain run sal"));

        // fish reads its name after the script as an argument; the others call it $0.
        async Task<string[]> CompletedAsync(string line)
        {
            var (exitCode, output) = await command.Run([.. options, script, .. shell == "fish" ? [] : (string[])[shell], line]);
            Assert.True(exitCode == 0, output);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }
}
