using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Refrain.Scripts.Compiling;

/// <summary>What the packages and projects of a script consist of, or why they are not to be had.</summary>
/// <param name="Compile">Files to compile against.</param>
/// <param name="Run">Files to load from.</param>
/// <param name="Errors">Why a line cannot be followed.</param>
internal sealed record FoundPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Run, IReadOnlyList<DirectiveError> Errors)
{
    internal static FoundPackages None { get; } = new([], [], []);

    /// <summary>The folders of the projects that were built.</summary>
    internal IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>What they gave.</summary>
    internal IReadOnlyList<ProjectImage> Built { get; init; } = [];
}

/// <summary>Why a line <c>#:…</c> cannot be followed.</summary>
internal sealed record DirectiveError(string Id, string Message, Location Place);

/// <summary>Finds what scripts ask for by <c>#:package</c> and <c>#:project</c>, by restoring or building a project made for that.</summary>
/// <param name="scriptFolder">Where the script lies: its <c>NuGet.config</c> holds.</param>
/// <param name="cacheFolder">Where these projects are kept, one for each set of packages and projects.</param>
/// <param name="configuration">How projects are built.</param>
internal sealed class ScriptPackages(string scriptFolder, string cacheFolder, string configuration = "Debug")
{
    private static readonly string[] Provided = ["Refrain", "Refrain.Caching"];
    private static readonly string[] Sdks = ["Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web"];

    internal static string DefaultCacheFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "refrain",
        "packages");

    /// <summary>Told before something is restored or built, which takes a while. Default: nobody.</summary>
    internal Action<string>? Fetching { get; init; }

    internal async Task<FoundPackages> FindAsync(IReadOnlyList<ScriptDirective> directives, CancellationToken cancellation)
    {
        DirectiveError[] errors = [.. directives.Select(Refuse).OfType<DirectiveError>()];
        if (errors.Length > 0)
            return FoundPackages.None with { Errors = errors };

        ScriptDirective[] packages = [.. directives.Where(directive => directive.Kind == "package" && !IsProvided(directive))];
        ScriptDirective[] projects = [.. directives.Where(directive => directive.Kind == "project")];
        if (packages.Length + projects.Length == 0)
            return FoundPackages.None;

        var project = ProjectFor(packages, projects);
        var folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scriptFolder + project)))[..16]);
        var file = Path.Combine(folder, "packages.csproj");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(file, project, cancellation).ConfigureAwait(false);
        }

        return projects.Length > 0
            ? await BuildAsync(file, projects, cancellation).ConfigureAwait(false)
            : await RestoreAsync(file, packages, cancellation).ConfigureAwait(false);
    }

    private async Task<FoundPackages> RestoreAsync(string file, ScriptDirective[] packages, CancellationToken cancellation)
    {
        var assets = Path.Combine(Path.GetDirectoryName(file)!, "obj", "project.assets.json");
        if (!File.Exists(assets))
        {
            Fetching?.Invoke($"Restoring {string.Join(", ", packages.Select(package => package.Value))}");
            if (await DotNet.RunAsync("restore", file, [], cancellation).ConfigureAwait(false) is { } failure)
            {
                File.Delete(assets);
                return Failed("RFN0612", $"The script's packages could not be restored: {failure}", packages[0]);
            }
        }

        return await PackageAssets.ReadAsync(assets, cancellation).ConfigureAwait(false);
    }

    private async Task<FoundPackages> BuildAsync(string file, ScriptDirective[] projects, CancellationToken cancellation)
    {
        var build = new ProjectBuild(Path.GetDirectoryName(file)!);
        Action building = () => Fetching?.Invoke($"Building {string.Join(", ", projects.Select(project => project.Value))}");
        var failure = await build.RunAsync(file, configuration, building, cancellation).ConfigureAwait(false);
        return failure is null
            ? build.Read()
            : Failed("RFN0616", $"The script's projects could not be built: {failure}", projects[0]) with { Projects = [.. projects.Select(FolderOf)] };
    }

    private static FoundPackages Failed(string id, string message, ScriptDirective directive) =>
        FoundPackages.None with { Errors = [new(id, message, directive.Location)] };

    /// <summary>The file that <c>#:project</c> names, by itself or by its folder; <see langword="null"/> where there is none.</summary>
    private string? ProjectFile(ScriptDirective directive)
    {
        var path = Path.GetFullPath(directive.Value, scriptFolder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() : File.Exists(path) ? path : null;
    }

    private string FolderOf(ScriptDirective directive) => Path.GetDirectoryName(ProjectFile(directive))!;

    private static bool IsProvided(ScriptDirective directive) => Provided.Contains(directive.Name, StringComparer.OrdinalIgnoreCase);

    private DirectiveError? Refuse(ScriptDirective directive) => directive.Kind switch
    {
        "package" when directive.Name.Length > 0 && (directive.Argument is not null || IsProvided(directive)) => null,
        "package" => new("RFN0610",
            $"'#:package {directive.Value}' has no version. Write it as '#:package {directive.Name}@1.2.3'.",
            directive.Location),
        "property" => null,
        "project" when ProjectFile(directive) is not null => null,
        "project" => new("RFN0615",
            $"'#:project {directive.Value}' names no project: there is no such file, or no .csproj in such a folder. The path is meant from the script's folder.",
            directive.Location),
        "sdk" when Sdks.Contains(directive.Name) => null,
        _ => new("RFN0611",
            $"'#:{directive.Kind} {directive.Value}' cannot be used under 'refrain run', which knows #:package, #:project, #:property and #:sdk " +
            "(Microsoft.NET.Sdk, Microsoft.NET.Sdk.Web). Run the script by 'dotnet run' instead.",
            directive.Location),
    };

    private string ProjectFor(IEnumerable<ScriptDirective> packages, ScriptDirective[] projects) => new XElement("Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", "net10.0"),
            new XElement("ManagePackageVersionsCentrally", "false"),
            new XElement("EnableDefaultItems", "false"),
            new XElement("RestoreRootConfigDirectory", scriptFolder)),
        new XElement("ItemGroup", packages.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Argument!)))),
        new XElement("ItemGroup", projects.Select(project => new XElement("ProjectReference", new XAttribute("Include", ProjectFile(project)!)))),
        projects.Length > 0 ? ProjectBuild.WriteLists : null).ToString();
}
