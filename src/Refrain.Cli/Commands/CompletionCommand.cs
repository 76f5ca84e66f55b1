using System.CommandLine;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain completion bash</c>: what makes a shell complete the tool's words.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    internal static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell." };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Prints what makes a shell complete the tool's words.") { shell };
        command.SetAction(result =>
        {
            using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion/{result.GetValue(shell)}")!;
            using var reader = new StreamReader(script);
            result.InvocationConfiguration.Output.Write(reader.ReadToEnd());
        });
        return command;
    }
}
