namespace Refrain.Caching.Stores.Disk;

/// <summary>Where the store is when nobody says otherwise, and whether a folder may be one.</summary>
internal static class DiskFolder
{
    private const UnixFileMode ByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The platform's folder for caches, and the app's name; <see langword="null"/> for a user who has no such folder.</summary>
    internal static string? Default(string app) => Default(app, Environment.GetEnvironmentVariable);

    /// <inheritdoc cref="Default(string)"/>
    /// <param name="app">The app's name.</param>
    /// <param name="variable">Gives a variable of the environment.</param>
    internal static string? Default(string app, Func<string, string?> variable)
    {
        var caches = OperatingSystem.IsWindows() ? variable("LOCALAPPDATA")
            : OperatingSystem.IsMacOS() ? Below(variable("HOME"), "Library/Caches")
            : variable("XDG_CACHE_HOME") is { } named && Path.IsPathFullyQualified(named) ? named
            : Below(variable("HOME"), ".cache");
        return Below(caches, FileName(app));
    }

    /// <summary>Makes the folder if there is none, and says why it must not be used: whoever can put a file there decides what the app reads.</summary>
    internal static string? Refusal(string root, FileSystem files)
    {
        try
        {
            var folder = new DirectoryInfo(root);
            if (folder.LinkTarget is not null)
                return "is a link to another";
            files.CreateFolder(root);
            if (!files.IsOurs(root))
                return "belongs to another user";
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(root) & ByOthers) != 0)
                return "can be written by other users";
            return null;
        }
        catch (Exception exception) when (DiskFunction.IsOfTheDisk(exception))
        {
            return $"cannot be made or read ({exception.Message})";
        }
    }

    private static string? Below(string? folder, string name) =>
        string.IsNullOrEmpty(folder) || !Path.IsPathFullyQualified(folder) ? null : Path.Combine(folder, name);

    /// <remarks>Characters that some platform does not allow, and names that mean a folder itself.</remarks>
    private static string FileName(string app)
    {
        var name = string.Concat(app.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '_' : c)).TrimEnd('.', ' ');
        return name.Length == 0 ? "app" : name;
    }
}
