using System.Globalization;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Refrain.Cli.Serving;

/// <summary>Says on the console where the page is, and what takes a while.</summary>
/// <param name="logger">Who is told instead of the console, when that is for other programs.</param>
internal sealed partial class Announcement(ILogger? logger = null)
{
    internal void Show(string what, Uri address, string? note)
    {
        if (logger is not null)
        {
            if (note is not null)
                LogNote(logger, note);
            LogAddress(logger, what, address);
            return;
        }

        if (note is not null)
            Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{note}[/]");
        Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{what} is at [bold]{address}[/]");
        Terminal.Output.MarkupLine("[dim]Ctrl+C stops it.[/]");
    }

    internal void Progress(string what) => Say($"{what} …");

    internal void Say(string what)
    {
        if (logger is not null)
            LogProgress(logger, what);
        else
            Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{what}[/]");
    }

    [LoggerMessage(LogLevel.Information, "{What} is at {Address}")]
    private static partial void LogAddress(ILogger logger, string what, Uri address);

    [LoggerMessage(LogLevel.Warning, "{Note}")]
    private static partial void LogNote(ILogger logger, string note);

    [LoggerMessage(LogLevel.Information, "{What}")]
    private static partial void LogProgress(ILogger logger, string what);
}
