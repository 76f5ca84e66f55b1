namespace Refrain.Weaver.Tests.Packages;

/// <summary>The packages of this repository, packed once into a folder that newcomers' projects restore from, and the tool installed from them.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly Lock Gate = new();
    private static int _users;
    private static string _root = "";
    private static Task _packed = Task.CompletedTask;
    private static Lazy<Task<string>> _tool = null!;

    internal static string Feed => Path.Combine(_root, "feed");

    private static string Packages => Path.Combine(_root, "packages");

    /// <remarks>The collections that use it share it for as long as one of them runs.</remarks>
    public Task InitializeAsync()
    {
        lock (Gate)
        {
            if (_users++ == 0)
            {
                _root = NewRoot();
                _packed = PackAsync();
                _tool = new(InstallToolAsync);
            }

            return _packed;
        }
    }

    public Task DisposeAsync()
    {
        lock (Gate)
        {
            if (--_users == 0)
                Directory.Delete(_root, recursive: true);
        }

        return Task.CompletedTask;
    }

    /// <summary>An empty folder outside the clone, with these files.</summary>
    internal static DotNetCommand NewFolder(params (string Path, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N")));
        var dotnet = new DotNetCommand(folder.FullName, Packages);
        Write(dotnet, "nuget.config", $"""<configuration><packageSources><add key="feed" value="{Feed}" /></packageSources></configuration>""");
        foreach (var (path, text) in files)
            Write(dotnet, path, text);
        return dotnet;
    }

    /// <summary>The tool, installed once from these packages, run in a folder.</summary>
    internal static async Task<DotNetCommand> ToolIn(DotNetCommand dotnet) => dotnet with { Program = await _tool.Value };

    internal static void Write(DotNetCommand dotnet, string path, string text)
    {
        var file = Path.Combine(dotnet.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string NewRoot()
    {
        var root = Directory.CreateTempSubdirectory("refrain-packages").FullName;

        // One process for each build: what a second would take over, it would first have to be started for. And no list of vulnerable packages,
        // which every restore would fetch anew.
        File.WriteAllText(Path.Combine(root, "Directory.Build.rsp"), "-maxCpuCount:1 -p:NuGetAudit=false");
        return root;
    }

    /// <remarks>As <c>dotnet pack --no-build</c> does, all in one process: what the tests were built with is what is packed.</remarks>
    private static async Task PackAsync()
    {
        var dotnet = new DotNetCommand(_root, Path.Combine(_root, "unused"));
        Write(dotnet, "packages.proj", $"""
            <Project>
              <ItemGroup>
                <Packed Include="Refrain.Caching;Refrain.Server;Refrain.Testing;Refrain.Cli;Refrain.Templates" />
                <Project Include="@(Packed->'{RepositoryRoot.PathTo("src")}/%(Identity)/%(Identity).csproj')" />
              </ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Project)" Targets="Pack" Properties="_IsPacking=true;NoBuild=true;Configuration={Configuration};PackageOutputPath={Feed}" />
              </Target>
            </Project>
            """);
        await dotnet.Last("msbuild", "packages.proj", "-t:Pack");
    }

    private static async Task<string> InstallToolAsync()
    {
        var dotnet = NewFolder();
        await dotnet.Last("tool", "install", "Refrain.Cli", "--tool-path", "tools");
        return Path.Combine(dotnet.Folder, "tools", OperatingSystem.IsWindows() ? "refrain.exe" : "refrain");
    }
}

/// <summary>Tests of the packages, side by side with those of <see cref="ToolCollection"/>: they mostly wait for builds of one process each.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    internal const string Name = "Packages";
}

/// <summary>Tests of the tool and of templates from their packages.</summary>
[CollectionDefinition(Name)]
public sealed class ToolCollection : ICollectionFixture<PackageFeed>
{
    internal const string Name = "Tool packages";
}
