namespace Refrain.Cli.Commands;

/// <summary>Checks the script that a command line names.</summary>
internal static class ScriptPath
{
    /// <exception cref="UsageException">It cannot be a script.</exception>
    internal static string Check(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new UsageException($"RFN0640: '{path}' is a folder. To serve the scripts in it, run: refrain gallery {path}");
        if (!File.Exists(full))
            throw new UsageException($"RFN0641: There is no file '{path}'.{Nearest(full)}");
        if (!full.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"RFN0642: '{path}' is not a C# script: its name does not end in .cs.");
        return full;
    }

    private static string Nearest(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder is null || !Directory.Exists(folder))
            return $" Nor is there a folder '{folder}'.";
        string[] scripts = [.. Directory.EnumerateFiles(folder, "*.cs").Select(Path.GetFileName).Order().Take(5)!];
        return scripts.Length == 0 ? "" : $" In that folder there are: {string.Join(", ", scripts)}.";
    }
}
