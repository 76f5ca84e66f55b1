namespace Refrain.Cli.Commands;

/// <summary>What a command line can name to run.</summary>
internal enum PathKind
{
    /// <summary>One script.</summary>
    Script,

    /// <summary>A folder of scripts, each a page.</summary>
    Folder,

    /// <summary>A project: one page, or a program with a server of its own.</summary>
    Project,
}

/// <summary>Checks what a command line names to run.</summary>
/// <param name="Full">Its full path; of a folder with a project, that project's.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ScriptPath(string Full, PathKind Kind)
{
    /// <exception cref="UsageException">It cannot be run.</exception>
    internal static ScriptPath Check(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return Directory.EnumerateFiles(full, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is { } project
                ? new(project, PathKind.Project)
                : new(full, PathKind.Folder);
        }

        if (!File.Exists(full))
            throw new UsageException($"RFN0641: There is no file '{path}'.{Nearest(full, path)}");
        if (full.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            return new(full, PathKind.Project);
        if (!full.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"RFN0642: '{path}' is not a C# script: its name does not end in .cs.");
        return new(full, PathKind.Script);
    }

    private static string Nearest(string path, string asked)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder is null || !Directory.Exists(folder))
            return $" Nor is there a folder '{folder}'.";
        string[] scripts = [.. Directory.EnumerateFiles(folder, "*.cs").Select(Path.GetFileName).Order().Take(5)!];
        return scripts.Length > 0 ? $" In that folder there are: {string.Join(", ", scripts)}."
            : path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? $" To write one: refrain new script {asked}"
            : "";
    }
}
