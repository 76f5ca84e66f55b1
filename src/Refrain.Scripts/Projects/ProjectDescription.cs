using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Projects;

/// <summary>What a project consists of, as its build told.</summary>
/// <param name="Project">The project's file.</param>
/// <param name="Arguments">What its compiler would be given.</param>
/// <param name="Packages">Files of packages, and of whatever else is copied beside the program.</param>
/// <param name="Built">The assemblies of the projects that it refers to.</param>
/// <param name="Folders">The folders of these.</param>
/// <param name="Files">What it is made of besides sources: resources, what is copied beside the program, the files it inherits properties from.</param>
/// <param name="Output">Where the program would be, with a separator at its end.</param>
internal sealed record ProjectDescription(
    string Project,
    CSharpCommandLineArguments Arguments,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Built,
    IReadOnlyList<string> Folders,
    IReadOnlyList<string> Files,
    string Output)
{
    private static readonly string[] Ours = ["Refrain.dll", "Refrain.Server.dll"];

    /// <summary>The project's folder.</summary>
    internal string Folder => Path.GetDirectoryName(Project)!;

    /// <summary>Whether it can call <c>Ui</c>.</summary>
    internal bool KnowsRefrain => Arguments.MetadataReferences.Any(reference => Ours.Contains(Path.GetFileName(reference.Reference), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether it makes a program.</summary>
    internal bool IsProgram => Arguments.CompilationOptions.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>Its sources, those that the build wrote included.</summary>
    internal IReadOnlyList<string> Sources { get; } = [.. Arguments.SourceFiles.Select(file => file.Path)];

    /// <summary>What it is made of besides the sources in its folder.</summary>
    internal IReadOnlyList<string> FilesElsewhere => [.. Files, .. Sources.Where(file => Path.GetRelativePath(Folder, file).StartsWith("..", StringComparison.Ordinal))];

    /// <summary>Reads what a build wrote; <see langword="null"/> when that is not there, or no longer.</summary>
    internal static ProjectDescription? Read(string project, string lists)
    {
        if (!File.Exists(Path.Combine(lists, "output.txt")))
            return null;
        var folder = Path.GetDirectoryName(project)!;
        var description = new ProjectDescription(
            project,
            CSharpCommandLineParser.Default.Parse(File.ReadAllLines(Path.Combine(lists, "arguments.txt")), folder, sdkDirectory: null),
            Assemblies("packages.txt"),
            Assemblies("built.txt"),
            [.. Lines("projects.txt").Select(file => Path.GetDirectoryName(file)!).Distinct()],
            [.. Lines("files.txt").Where(file => File.Exists(file) && !IsBuilt(file))],
            Lines("output.txt")[0]);
        return description.Sources.Where(IsBuilt).All(File.Exists) ? description : null;

        string[] Lines(string list) => [.. File.ReadAllLines(Path.Combine(lists, list)).Where(line => line.Length > 0).Distinct()];

        string[] Assemblies(string list) => [.. Lines(list).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !PackageAssets.HostHas(file))];

        bool IsBuilt(string file) => Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal);
    }

    /// <summary>Stands for all that the description depends on, as it is now.</summary>
    internal string Stamp() => FileStamps.Of(
        [new FileInfo(Project), .. Files.Order(StringComparer.Ordinal).Select(file => new FileInfo(file)), .. Folders.SelectMany(folder => FileStamps.Below(folder, "*.cs*"))],
        FileStamps.Below(Folder, "*.cs").Select(file => file.FullName));
}
