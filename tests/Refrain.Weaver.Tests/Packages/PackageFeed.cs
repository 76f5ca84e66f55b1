namespace Refrain.Weaver.Tests.Packages;

/// <summary>The packages of this repository, packed into a folder that newcomers' projects restore from.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("refrain-packages");

    private Task<string>? _tool;

    internal string Feed => Path.Combine(_root.FullName, "feed");

    private string Packages => Path.Combine(_root.FullName, "packages");

    public async Task InitializeAsync()
    {
        var repository = RepositoryRoot.Folder;
        var dotnet = new DotNetCommand(repository, Path.Combine(_root.FullName, "unused"));
        foreach (var project in new[] { "Refrain.Caching", "Refrain.Server", "Refrain.Testing", "Refrain.Cli", "Refrain.Templates" })
        {
            // What the tests were built with is what is packed.
            await dotnet.Last("pack", Path.Combine("src", project), "--no-build", "-c", Configuration, "-o", Feed);
        }
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>An empty folder outside the clone, with these files.</summary>
    internal DotNetCommand NewFolder(params (string Path, string Text)[] files)
    {
        var folder = _root.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        var dotnet = new DotNetCommand(folder.FullName, Packages);
        Write(dotnet, "nuget.config", $"""<configuration><packageSources><add key="feed" value="{Feed}" /></packageSources></configuration>""");
        foreach (var (path, text) in files)
            Write(dotnet, path, text);
        return dotnet;
    }

    /// <summary>The tool, installed once from these packages, run in a folder.</summary>
    internal async Task<DotNetCommand> ToolIn(DotNetCommand dotnet) => dotnet with { Program = await (_tool ??= InstallTool()) };

    private async Task<string> InstallTool()
    {
        var dotnet = NewFolder();
        await dotnet.Last("tool", "install", "Refrain.Cli", "--tool-path", "tools");
        return Path.Combine(dotnet.Folder, "tools", OperatingSystem.IsWindows() ? "refrain.exe" : "refrain");
    }

    internal static void Write(DotNetCommand dotnet, string path, string text)
    {
        var file = Path.Combine(dotnet.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

/// <summary>The tests of packages share one feed, and run one after another: each is a build of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    internal const string Name = "Packages";
}
