using System.Diagnostics;

namespace Refrain.Scripts.Compiling;

/// <summary>Runs the SDK on a project.</summary>
internal static class DotNet
{
    /// <summary>Runs a command; gives why it failed, or <see langword="null"/>.</summary>
    /// <param name="command"><c>restore</c> or <c>build</c>.</param>
    /// <param name="project">The project's file.</param>
    /// <param name="options">More of the command line.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async Task<string?> RunAsync(string command, string project, string[] options, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };
        foreach (var argument in (string[])[command, project, .. options, "--nologo", "--verbosity", "quiet"])
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation)).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return process.ExitCode == 0 ? null : Reason(command, string.Concat(output));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no 'dotnet' on the path, which restores packages and builds projects. Install the .NET 10 SDK.";
        }
    }

    private static string Reason(string command, string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = lines.FirstOrDefault(line => line.Contains("error NU", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))
            ?? lines.FirstOrDefault() ?? $"dotnet {command} failed";
        var at = error.IndexOf("error NU", StringComparison.Ordinal);
        var reason = at < 0 ? error : error[(at + "error ".Length)..];
        var project = reason.IndexOf(" [", StringComparison.Ordinal);
        return project < 0 ? reason : reason[..project];
    }
}
