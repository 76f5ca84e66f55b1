using Spectre.Console;

namespace Refrain.Cli;

/// <summary>Where the tool speaks: in colour to people, plainly to files and other programs.</summary>
internal static class Terminal
{
    /// <summary>What was asked for.</summary>
    internal static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Why it cannot be had.</summary>
    internal static IAnsiConsole Errors { get; } = Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = int.MaxValue;
        return console;
    }
}
