using System.Reflection;

namespace Refrain.Caching.Hosting;

/// <summary>Where an app keeps entries beside memory, unless it says so itself.</summary>
internal static class CacheFolder
{
    /// <summary>What an app is called that gives itself no name: the program's assembly.</summary>
    internal static string EntryName => Assembly.GetEntryAssembly()?.GetName().Name ?? "Refrain";

    /// <summary>The platform's cache folder for this user, then Refrain's, then the app's.</summary>
    internal static string Of(string app) => Path.Combine(Platform(), "Refrain", FileNameOf(app));

    private static string Platform()
    {
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Caches");

        // The XDG base directory specification: a relative path there is to be ignored. A service's user may have no home.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache))
            return cache;
        return home.Length > 0 ? Path.Combine(home, ".cache") : Path.GetTempPath();
    }

    private static string FileNameOf(string app) =>
        string.Concat(app.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_'));
}
