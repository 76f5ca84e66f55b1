using System.Globalization;
using Spectre.Console;

namespace Refrain.Cli.Serving;

/// <summary>Says on the console where the page is.</summary>
internal static class Announcement
{
    internal static void Show(string what, Uri address, string? note)
    {
        if (note is not null)
            Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]{note}[/]");
        Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{what} is at [bold]{address}[/]");
        Terminal.Output.MarkupLine("[dim]Ctrl+C stops it.[/]");
    }
}
