namespace Refrain.TestSupport;

/// <summary>Where the tests were built from. Found from where they run, because a continuous build writes no paths of its machine into them.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = Find();

    /// <summary>A path of the repository, given with forward slashes.</summary>
    public static string PathTo(string path) => Path.Combine(Folder, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Refrain.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Refrain.slnx.");
    }
}
