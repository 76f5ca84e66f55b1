using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Hosting;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Cli.Caches;

/// <summary>What apps of this user keep on disk by <c>Persist.Disk</c>: a folder for each app.</summary>
internal static class DiskCaches
{
    /// <summary>The folder of all apps, unless they were given one of their own.</summary>
    internal static string DefaultFolder => Path.GetDirectoryName(CacheFolder.Of("app"))!;

    /// <summary>The apps' folders in it.</summary>
    internal static IReadOnlyList<string> Apps(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];

    /// <summary>How many entries an app keeps, and how many bytes they take.</summary>
    internal static (int Entries, long Bytes) Measure(string app)
    {
        FileInfo[] entries = [.. EntryFiles.FoldersIn(app).SelectMany(EntryFiles.FoldersIn).SelectMany(EntryFiles.In)];
        return (entries.Length, entries.Sum(entry => entry.Length));
    }

    /// <summary>Removes an app's entries as the app itself would: a computation that is going on elsewhere stores nothing afterwards.</summary>
    /// <exception cref="UsageException">The folder cannot be trusted.</exception>
    internal static int Clear(string app)
    {
        if (DiskFolder.Refusal(app, FileSystem.Real) is { } reason)
            throw new UsageException($"RFN0663: The folder '{app}' is not used as a cache, since it {reason}.");
        using var storage = DiskStorage.TryOpen(app, TimeProvider.System, NullLogger.Instance)!;
        return storage.RemoveAll();
    }
}
