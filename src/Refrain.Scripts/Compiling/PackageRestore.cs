using System.Diagnostics;

namespace Refrain.Scripts.Compiling;

/// <summary>Runs <c>dotnet restore</c> on a project.</summary>
internal static class PackageRestore
{
    /// <summary>Restores; gives why it failed, or <see langword="null"/>.</summary>
    internal static async Task<string?> RunAsync(string project, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "restore", project, "--nologo", "--verbosity", "quiet" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation)).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return process.ExitCode == 0 ? null : Reason(string.Concat(output));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no 'dotnet' on the path, which restores packages. Install the .NET 10 SDK.";
        }
    }

    private static string Reason(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = lines.FirstOrDefault(line => line.Contains("error NU", StringComparison.Ordinal))
            ?? lines.FirstOrDefault() ?? "dotnet restore failed";
        var at = error.IndexOf("error NU", StringComparison.Ordinal);
        var reason = at < 0 ? error : error[(at + "error ".Length)..];
        var project = reason.IndexOf(" [", StringComparison.Ordinal);
        return project < 0 ? reason : reason[..project];
    }
}
