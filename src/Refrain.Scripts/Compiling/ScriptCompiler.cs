using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Refrain.Scripts.Sources;

namespace Refrain.Scripts.Compiling;

/// <summary>Compiles and weaves one script. Nothing a user writes makes it throw: what is wrong comes back as diagnostics.</summary>
/// <param name="name">Its name in the app, without extension; the assembly's name, and so part of the identity of its cached functions.</param>
/// <param name="packages">Finds packages and projects that the script asks for.</param>
/// <param name="release">Whether the compiler optimizes.</param>
internal sealed class ScriptCompiler(string name, ScriptPackages packages, bool release = false)
{
    /// <summary>Compiles the script as it was read.</summary>
    internal async Task<CompiledScript> CompileAsync(ScriptSources sources, CancellationToken cancellation = default)
    {
        var trees = Parse(sources, Defaults.Parse, cancellation);
        var directives = ScriptDirectives.Read(trees[0]);
        var properties = Defaults.Follow(directives);
        if (properties.Parse != Defaults.Parse)
            trees = Parse(sources, properties.Parse, cancellation);

        var wanted = properties.Errors.Count > 0
            ? FoundPackages.None with { Errors = properties.Errors }
            : await packages.FindAsync(directives, cancellation).ConfigureAwait(false);
        if (wanted.Errors.Count > 0)
            return CodeCompiler.Failed([.. wanted.Errors.Select(error => CodeCompiler.Describe(error, trees[0]))]) with { Projects = wanted.Projects };

        var web = directives.Any(directive => directive is { Kind: "sdk", Name: "Microsoft.NET.Sdk.Web" });
        var compilation = CSharpCompilation.Create(
            name,
            [.. trees, ImplicitUsings.Tree(properties.Parse, properties.ImplicitUsings, web)],
            [.. ScriptReferences.Metadata, .. await ReferencesAsync(wanted, cancellation).ConfigureAwait(false)],
            properties.Compilation);
        var compiled = await CodeCompiler.CompileAsync(new(compilation, trees, wanted), cancellation).ConfigureAwait(false);
        return compiled with
        {
            Warnings = [.. properties.Notices.Select(notice => CodeCompiler.Describe(notice, trees[0])), .. compiled.Warnings],
        };
    }

    /// <summary>As the SDK compiles a file-based program, but for unsafe code, which needs no line.</summary>
    private ScriptProperties Defaults { get; } = new(
        CSharpParseOptions.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithDocumentationMode(DocumentationMode.None)
            .WithPreprocessorSymbols(release ? "RELEASE" : "DEBUG", "TRACE", "NET", "NET10_0", "NET10_0_OR_GREATER")
            .WithFeatures([new("FileBasedProgram", "true")]),
        new CSharpCompilationOptions(
            OutputKind.ConsoleApplication,
            optimizationLevel: release ? OptimizationLevel.Release : OptimizationLevel.Debug,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true));

    private static SyntaxTree[] Parse(ScriptSources sources, CSharpParseOptions options, CancellationToken cancellation) =>
        [.. sources.Files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), options, file.Path, cancellation))];

    /// <remarks>Read whole: a project's file is written anew by its next build, while this version goes on.</remarks>
    private static async Task<MetadataReference[]> ReferencesAsync(FoundPackages wanted, CancellationToken cancellation) => await Task.WhenAll(
        wanted.Compile.Select(async file => (MetadataReference)MetadataReference.CreateFromImage(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false), filePath: file)))
        .ConfigureAwait(false);
}
