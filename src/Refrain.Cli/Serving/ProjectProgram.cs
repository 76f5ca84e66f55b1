using System.Diagnostics;

namespace Refrain.Cli.Serving;

/// <summary>How a project is run.</summary>
/// <param name="Configuration">How it is built.</param>
/// <param name="Watch">Whether it is built and started again when a source was saved.</param>
/// <param name="Arguments">What the program is given.</param>
internal sealed record ProjectOptions(string Configuration, bool Watch, IReadOnlyList<string> Arguments)
{
    /// <summary>Whether the SDK opens the page in a browser, where the project says so.</summary>
    internal bool OpenBrowser { get; init; } = true;

    /// <summary>The SDK's command. Default: the one that this program was started by, else the first on the path.</summary>
    internal string Sdk { get; init; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}

/// <summary>Runs a project that has a web server of its own as the SDK does: it starts again when it was saved.</summary>
internal static class ProjectProgram
{
    /// <param name="project">The project's file.</param>
    /// <param name="reason">Why it is not served as a page.</param>
    /// <param name="options">How it is run.</param>
    /// <returns>The program's exit code.</returns>
    internal static async Task<int> RunAsync(string project, string reason, ProjectOptions options)
    {
        new Announcement().Say(Explain(project, reason, options));
        var start = new ProcessStartInfo(options.Sdk) { WorkingDirectory = Path.GetDirectoryName(project) };
        foreach (var argument in Command(project, options))
            start.ArgumentList.Add(argument);
        if (!options.OpenBrowser)
            start.Environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "1";

        // Ctrl+C reaches the program too, which ends by it; this one ends when that has.
        ConsoleCancelEventHandler wait = (_, cancel) => cancel.Cancel = true;
        Console.CancelKeyPress += wait;
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync().ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new UsageException("RFN0647: There is no 'dotnet' on the path, which builds projects. Install the .NET 10 SDK.");
        }
        finally
        {
            Console.CancelKeyPress -= wait;
        }
    }

    internal static string Explain(string project, string reason, ProjectOptions options) =>
        $"{Path.GetFileName(project)} is a program of its own, because {reason}: " +
        (options.Watch ? "'dotnet watch' builds it, and starts it again when it is saved." : "'dotnet run' builds and starts it.");

    /// <remarks>A woven program cannot be changed while it runs, so it is started again.</remarks>
    internal static IReadOnlyList<string> Command(string project, ProjectOptions options) =>
    [
        .. options.Watch ? ["watch", "--no-hot-reload", "--non-interactive", "--project", project, "run"] : (string[])["run", "--project", project],
        "--configuration", options.Configuration, "--", .. options.Arguments,
    ];
}
