using System.Text.Json;
using System.Text.Json.Serialization;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Server.Hosting.Control;

/// <summary>The servers of this user, each by a file of its own in a folder that is closed to other users.</summary>
internal sealed class RunningServers(string folder)
{
    /// <summary>Where servers are noted; empty for a user without a folder of their own.</summary>
    internal static string DefaultFolder
    {
        get
        {
            var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return own.Length == 0 ? "" : Path.Combine(own, "refrain", "servers");
        }
    }

    /// <summary>Notes a server until the result is disposed; <see langword="null"/> where the folder cannot be trusted with a secret.</summary>
    internal IDisposable? Note(RunningServer server)
    {
        if (folder.Length == 0 || DiskFolder.Refusal(folder, FileSystem.Real) is not null)
            return null;
        var path = PathOf(server.Process);
        try
        {
            // A file of that number is of a process that is gone. A new one has its mode from the start, an old one might not.
            File.Delete(path);
            using var file = FileSystem.Real.Create(path);
            JsonSerializer.Serialize(file, server, RunningServerJson.Default.RunningServer);
            return new Noted(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The servers noted, by their numbers; those whose process has ended are forgotten.</summary>
    internal IReadOnlyList<RunningServer> Read()
    {
        if (!Directory.Exists(folder) || DiskFolder.Refusal(folder, FileSystem.Real) is not null)
            return [];
        var found = new List<RunningServer>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            if (Read(path) is not { } server)
                continue;
            if (IsRunning(server.Process))
                found.Add(server);
            else
                File.Delete(path);
        }

        return [.. found.OrderBy(server => server.Process)];
    }

    private string PathOf(int process) => Path.Combine(folder, $"{process}.json");

    private static RunningServer? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RunningServerJson.Default.RunningServer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // It is being written, or has just gone.
            return null;
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Noted(string path) : IDisposable
    {
        public void Dispose() => File.Delete(path);
    }
}

[JsonSerializable(typeof(RunningServer))]
[JsonSerializable(typeof(CacheSummary[]))]
[JsonSerializable(typeof(int))]
internal sealed partial class RunningServerJson : JsonSerializerContext;
