using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Sources;

namespace Refrain.Scripts.Projects;

/// <summary>A project whose program is a page: compiled here as its own build would have it compiled, so that it can be exchanged while it serves.</summary>
/// <param name="project">The project's file.</param>
/// <param name="describer">Asks its build what it consists of.</param>
/// <param name="output">Told where the program would be. Default: nobody.</param>
internal sealed class ProjectCode(string project, ProjectDescriber describer, Action<string>? output = null) : IPageCode
{
    private ProjectDescription? _description;
    private EditorConfig? _config;
    private ProjectGenerators? _generators;
    private IReadOnlyList<SourceFile>? _compiled;

    public async Task<CompiledScript?> CompileAsync(CancellationToken cancellation)
    {
        if (OwnServer.ReasonOf(project) is { } reason)
            return RefuseForNow("RFN0654", $"The project is a program of its own now, because {reason}. Stop this, and start 'refrain run' again: it is then built and started by 'dotnet watch'.");
        var (description, failure) = await describer.DescribeAsync(cancellation).ConfigureAwait(false);
        if (description is null)
            return RefuseForNow("RFN0650", $"The project could not be restored and read: {failure}");
        var sources = await Task.WhenAll(description.Sources.Select(async path =>
            new SourceFile(path, await File.ReadAllTextAsync(path, Encoding.UTF8, cancellation).ConfigureAwait(false)))).ConfigureAwait(false);
        if (ReferenceEquals(description, _description) && _compiled is not null && _compiled.SequenceEqual(sources))
            return null;
        Follow(description);
        _compiled = sources;
        var compiled = Check(description) ?? await CompileAsync(description, sources, cancellation).ConfigureAwait(false);
        return compiled with { Projects = description.Folders, Files = description.FilesElsewhere };
    }

    public void Forget() => _compiled = null;

    private void Follow(ProjectDescription description)
    {
        if (ReferenceEquals(description, _description))
            return;
        _description = description;
        _config = new EditorConfig(description.Arguments.AnalyzerConfigPaths);
        _generators = new ProjectGenerators(description.Arguments, _config);
        output?.Invoke(description.Output);
    }

    private CompiledScript? Check(ProjectDescription description)
    {
        if (!description.IsProgram)
            return Refuse("RFN0652", "The project is a library, and a page is a program: say <OutputType>Exe</OutputType> in its <PropertyGroup>.");
        return description.KnowsRefrain
            ? null
            : Refuse("RFN0651", "The project does not refer to Refrain: run 'dotnet add package Refrain' in its folder. A program without pages is run by 'dotnet run'.");
    }

    private async Task<CompiledScript> CompileAsync(ProjectDescription description, SourceFile[] sources, CancellationToken cancellation)
    {
        var arguments = description.Arguments;
        SyntaxTree[] trees = [.. sources.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), arguments.ParseOptions, file.Path, cancellation))];
        CommandLineReference[] references = [.. arguments.MetadataReferences.Where(reference => !PackageAssets.HostHas(reference.Reference))];
        var wanted = new FoundPackages([.. references.Select(reference => reference.Reference)], description.Packages, []) { Built = [.. description.Built.Select(ProjectImage.Read)] };
        var compilation = CSharpCompilation.Create(
            arguments.CompilationName,
            trees,
            [.. ScriptReferences.Metadata, .. references.Select(Read)],
            arguments.CompilationOptions
                .WithSyntaxTreeOptionsProvider(_config)
                .WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths)));
        var (whole, diagnostics) = _generators!.Run(compilation, arguments.ParseOptions, cancellation);
        return await CodeCompiler.CompileAsync(new(whole, trees, wanted) { Resources = arguments.ManifestResources, Diagnostics = diagnostics }, cancellation).ConfigureAwait(false);
    }

    /// <remarks>Read whole: what another project gave is written anew by its next build, while this version goes on.</remarks>
    private static PortableExecutableReference Read(CommandLineReference reference) =>
        MetadataReference.CreateFromImage(File.ReadAllBytes(reference.Reference), reference.Properties, filePath: reference.Reference);

    /// <remarks>The sources need not change for this to be mended: the next save tries again.</remarks>
    private CompiledScript RefuseForNow(string id, string message)
    {
        Forget();
        return Refuse(id, message);
    }

    private CompiledScript Refuse(string id, string message) => CompiledScript.Refused(project, id, message);
}
