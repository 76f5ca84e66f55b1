using System.Xml.Linq;

namespace Refrain.Scripts.Compiling;

/// <summary>Builds the projects that a script asks for by <c>#:project</c>, and reads what they gave. What is built already is not built again.</summary>
/// <param name="folder">The folder of the project made for that.</param>
internal sealed class ProjectBuild(string folder)
{
    /// <summary>What makes a project write down what it consists of.</summary>
    internal static XElement WriteLists { get; } = new("Target",
        new XAttribute("Name", "WriteLists"),
        new XAttribute("AfterTargets", "Build"),
        Write("compile.txt", "@(ReferencePath)"),
        Write("packages.txt", "@(ReferenceCopyLocalPaths->WithMetadataValue('ReferenceSourceTarget', ''))"),
        Write("projects-built.txt", "@(ReferenceCopyLocalPaths->WithMetadataValue('ReferenceSourceTarget', 'ProjectReference'))"),
        Write("projects.txt", "@(ReferencePath->'%(MSBuildSourceProjectFile)')"));

    private string Stamp => Path.Combine(folder, "sources.txt");

    /// <summary>Builds, if something was saved since it was built last; gives why it failed, or <see langword="null"/>.</summary>
    internal async Task<string?> RunAsync(string project, string configuration, Action building, CancellationToken cancellation)
    {
        if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancellation).ConfigureAwait(false) == SourcesNow())
            return null;
        building();
        File.Delete(Stamp);
        if (await DotNet.RunAsync("build", project, ["--configuration", configuration], cancellation).ConfigureAwait(false) is { } failure)
            return failure;
        await File.WriteAllTextAsync(Stamp, SourcesNow(), cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>What was built.</summary>
    internal FoundPackages Read() => new([.. Assemblies("compile.txt")], [.. Assemblies("packages.txt")], [])
    {
        Projects = [.. Folders()],
        Built = [.. Assemblies("projects-built.txt").Select(ProjectImage.Read)],
    };

    private IEnumerable<string> Assemblies(string list) =>
        Lines(list).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !PackageAssets.HostHas(file));

    private IEnumerable<string> Folders() => Lines("projects.txt").Where(line => line.Length > 0).Select(file => Path.GetDirectoryName(file)!).Distinct();

    private string[] Lines(string list)
    {
        var path = Path.Combine(folder, list);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    private string SourcesNow() => FileStamps.Of(Folders().SelectMany(project => FileStamps.Below(project, "*.cs*")));

    private static XElement Write(string list, string lines) => new("WriteLinesToFile",
        new XAttribute("File", $"$(MSBuildProjectDirectory)/{list}"),
        new XAttribute("Lines", lines),
        new XAttribute("Overwrite", "true"));
}
