using System.Globalization;
using Spectre.Console;

namespace Refrain.Cli.Serving;

/// <summary>Says so when the process ends though nobody stopped the server: a script has called <c>Environment.Exit</c>.</summary>
/// <remarks>The exit code stays the one that the script gave.</remarks>
internal sealed class UnexpectedExit : IDisposable
{
    internal UnexpectedExit() => AppDomain.CurrentDomain.ProcessExit += Tell;

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Tell;

    private static void Tell(object? sender, EventArgs args) => Terminal.Errors.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"[red]RFN0646: The script ended the whole server by Environment.Exit({Environment.ExitCode}). To end a run, call Ui.Stop() or return.[/]");
}
