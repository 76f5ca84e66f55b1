using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Refrain.Scripts.Projects;

/// <summary>Runs the source generators of a project's packages and of the platform. One that cannot be loaded is told, and its sources are missing.</summary>
/// <remarks>Loaded once for each description: what a package brings does not change under its path.</remarks>
internal sealed class ProjectGenerators
{
    private const string Own = "Refrain.Analyzers.dll";

    private readonly ImmutableArray<ISourceGenerator> _generators;
    private readonly List<Diagnostic> _failures = [];
    private readonly EditorConfig _config;
    private readonly ImmutableArray<AdditionalText> _texts;
    private GeneratorDriver? _driver;

    internal ProjectGenerators(CSharpCommandLineArguments arguments, EditorConfig config)
    {
        _config = config;
        _texts = [.. arguments.AdditionalFiles.Select(file => new FileText(file.Path))];
        var loader = new Loader([.. arguments.AnalyzerReferences.Select(reference => reference.FilePath)]);
        _generators =
        [
            .. from reference in arguments.AnalyzerReferences
               where !Path.GetFileName(reference.FilePath).Equals(Own, StringComparison.OrdinalIgnoreCase) // its check is for builds without a weaver
               from generator in Load(reference.FilePath, loader)
               select generator,
        ];
    }

    /// <summary>Adds what they write; what they complain of comes with it.</summary>
    internal (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Run(
        CSharpCompilation compilation, CSharpParseOptions parse, CancellationToken cancellation)
    {
        if (_generators.IsEmpty)
            return (compilation, _failures);
        _driver = (_driver ?? CSharpGeneratorDriver.Create(_generators, _texts, parse, _config.ForGenerators))
            .RunGeneratorsAndUpdateCompilation(compilation, out var more, out var diagnostics, cancellation);
        return ((CSharpCompilation)more, [.. _failures, .. diagnostics]);
    }

    private ImmutableArray<ISourceGenerator> Load(string path, Loader loader)
    {
        var reference = new AnalyzerFileReference(path, loader);
        reference.AnalyzerLoadFailed += (_, failure) =>
        {
            if (failure.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
                _failures.Add(Diagnostic.Create(NotLoaded, Location.None, Path.GetFileName(path), failure.Message));
        };
        return reference.GetGenerators(LanguageNames.CSharp);
    }

    private static readonly DiagnosticDescriptor NotLoaded = new(
        "RFN0653", "Generator not loaded",
        "The source generators in {0} could not be loaded, so what they write is missing: {1}", "Refrain", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>Generators beside each other share what they need; the compiler is this process's own.</summary>
    private sealed class Loader(IReadOnlyList<string> paths) : AssemblyLoadContext("generators", isCollectible: true), IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ? null
            : paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == assemblyName.Name) is { } beside ? LoadFromAssemblyPath(beside) : null;
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }
}
