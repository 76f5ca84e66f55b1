using System.Globalization;
using Spectre.Console;

namespace Refrain.Cli.Serving;

/// <summary>Says on the console where the page is.</summary>
internal static class Announcement
{
    internal static void Show(string what, Uri address, string? note)
    {
        if (note is not null)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{note}[/]");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{what} is at [bold]{address}[/]");
        AnsiConsole.MarkupLine("[dim]Ctrl+C stops it.[/]");
    }
}
