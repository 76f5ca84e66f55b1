using System.ComponentModel;
using System.Diagnostics;
using Refrain.Caching.Stores.Disk;
using Refrain.Cli.Caches;
using Refrain.Server.Hosting;

namespace Refrain.Cli.Doctor;

/// <summary>What can be wrong with a machine.</summary>
internal static class Checks
{
    private const int Wanted = 10;

    /// <summary>The SDK, which restores a script's packages and builds for <c>dotnet run</c>.</summary>
    /// <param name="dotnet">The command. Default: <c>dotnet</c> on the path.</param>
    internal static async Task<Finding> SdkAsync(string dotnet = "dotnet")
    {
        const string What = ".NET SDK";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(dotnet, ["--list-sdks"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
            await process.WaitForExitAsync().ConfigureAwait(false);
            string[] versions = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
            return versions.LastOrDefault(version => int.TryParse(version.Split('.')[0], out var major) && major >= Wanted) is { } found
                ? new(What, FindingState.Good, found)
                : new(What, FindingState.Bad, $"none of version {Wanted} or newer; scripts with #:package lines need one. Install it from https://dotnet.microsoft.com/download");
        }
        catch (Win32Exception)
        {
            return new(What, FindingState.Bad,
                $"there is no 'dotnet' on the path; scripts with #:package lines need it. Install version {Wanted} from https://dotnet.microsoft.com/download");
        }
    }

    /// <summary>The port that pages are served on unless told otherwise.</summary>
    internal static Finding Port(int port = ServerSettings.DefaultPort)
    {
        try
        {
            FreePort.Choose(new ServerSettings { Port = port });
            return new("Port", FindingState.Good, $"{port} is free");
        }
        catch (ServerStartException)
        {
            return new("Port", FindingState.Note, $"{port} is taken by another program; pages get the next free one, or the one that --port names");
        }
    }

    /// <summary>The folder for what is cached on disk.</summary>
    internal static Finding CacheFolder(string? folder = null)
    {
        folder ??= DiskCaches.DefaultFolder;
        return DiskFolder.Refusal(folder, FileSystem.Real) is { } reason
            ? new("Cache folder", FindingState.Bad, $"{folder} {reason}; Persist.Disk would keep nothing there. Mend the folder, or set Refrain:Folder to another")
            : new("Cache folder", FindingState.Good, folder);
    }

    /// <summary>The folder one stands in, where <c>refrain new</c> writes.</summary>
    internal static Finding CurrentFolder(string? folder = null)
    {
        folder ??= Directory.GetCurrentDirectory();
        try
        {
            using (File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose))
                return new("This folder", FindingState.Good, "can be written");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return new("This folder", FindingState.Note, $"cannot be written ({error.Message}); refrain new needs one that can");
        }
    }

    /// <summary>Whether a page opens by itself.</summary>
    internal static Finding Browser() => Server.Hosting.Browser.WhyNone is { } reason
        ? new("Browser", FindingState.Note, $"{reason}; open the address that refrain run prints")
        : new("Browser", FindingState.Good, "pages open in it");
}
