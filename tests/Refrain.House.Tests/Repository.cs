namespace Refrain.House.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Folder;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Source files below a folder, built and fetched ones left out; paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => extensions.Contains(Path.GetExtension(path)) && !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "artifacts"))
            .Order(StringComparer.Ordinal),
    ];
}
