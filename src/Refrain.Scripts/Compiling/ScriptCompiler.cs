using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Refrain.Analyzers;
using Refrain.Scripts.Sources;
using Refrain.Weaver;

namespace Refrain.Scripts.Compiling;

/// <summary>Compiles and weaves one script. Nothing a user writes makes it throw: what is wrong comes back as diagnostics.</summary>
/// <param name="name">Its name in the app, without extension; the assembly's name, and so part of the identity of its cached functions.</param>
/// <param name="packages">Finds packages and projects that the script asks for.</param>
/// <param name="release">Whether the compiler optimizes.</param>
internal sealed class ScriptCompiler(string name, ScriptPackages packages, bool release = false)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. from type in typeof(NoBodyAnalyzer).Assembly.GetTypes()
           where type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

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
            return Failed([.. wanted.Errors.Select(error => Describe(error, trees[0]))]) with { Projects = wanted.Projects };

        var web = directives.Any(directive => directive is { Kind: "sdk", Name: "Microsoft.NET.Sdk.Web" });
        var compilation = CSharpCompilation.Create(
            name,
            [.. trees, ImplicitUsings.Tree(properties.Parse, properties.ImplicitUsings, web)],
            [.. ScriptReferences.Metadata, .. await ReferencesAsync(wanted, cancellation).ConfigureAwait(false)],
            properties.Compilation);
        var advice = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        var compiled = Weave(Emit(compilation, advice, cancellation), trees, wanted);
        return compiled with
        {
            Projects = wanted.Projects,
            Warnings = [.. properties.Notices.Select(notice => Describe(notice, trees[0])), .. compiled.Warnings],
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

    private static (byte[]? Assembly, byte[]? Symbols, IReadOnlyList<Diagnostic> Diagnostics) EmitTo(
        CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(assembly, symbols, options: options, cancellationToken: cancellation);
        return (result.Success ? assembly.ToArray() : null, symbols.ToArray(), result.Diagnostics);
    }

    /// <remarks>Read whole: a project's file is written anew by its next build, while this version goes on.</remarks>
    private static async Task<MetadataReference[]> ReferencesAsync(FoundPackages wanted, CancellationToken cancellation) => await Task.WhenAll(
        wanted.Compile.Select(async file => (MetadataReference)MetadataReference.CreateFromImage(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false), filePath: file)))
        .ConfigureAwait(false);

    private static CompiledScript Emit(CSharpCompilation compilation, IReadOnlyList<Diagnostic> advice, CancellationToken cancellation)
    {
        var (assembly, symbols, diagnostics) = EmitTo(compilation, cancellation);
        ScriptDiagnostic[] errors = [.. Of(DiagnosticSeverity.Error)];
        return new CompiledScript(
            assembly is null || errors.Length > 0 ? null : new ScriptImage(assembly, symbols, []),
            errors,
            [.. Of(DiagnosticSeverity.Warning)]);

        IEnumerable<ScriptDiagnostic> Of(DiagnosticSeverity severity) =>
            diagnostics.Concat(advice).Where(diagnostic => diagnostic.Severity == severity)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree is { } tree ? compilation.SyntaxTrees.IndexOf(tree) : 0)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => Describe(diagnostic, compilation.SyntaxTrees[0]));
    }

    private static CompiledScript Weave(CompiledScript compiled, SyntaxTree[] trees, FoundPackages wanted)
    {
        if (compiled.Image is not { Symbols: { } symbols } image)
            return compiled;

        using var assembly = new MemoryStream(image.Assembly);
        using var pdb = new MemoryStream(symbols);
        var woven = AssemblyWeaver.Weave(new WeaveRequest(assembly, pdb) { ReferencePaths = [.. ScriptReferences.Paths, .. wanted.Compile] });
        if (woven.Diagnostics.Count > 0)
        {
            return Failed([.. woven.Diagnostics.Select(refused =>
                Describe(refused.Id, refused.Message, refused.Line, refused.Column, Array.Find(trees, tree => tree.FilePath == refused.File) ?? trees[0]))]);
        }

        image = woven.Changed ? new ScriptImage(woven.Assembly, woven.Symbols, wanted.Run) : image with { Packages = wanted.Run };
        image = image with { Projects = wanted.Built };
        return compiled with { Image = image };
    }

    private static CompiledScript Failed(IReadOnlyList<ScriptDiagnostic> errors) => new(null, errors, []);

    private static ScriptDiagnostic Describe(Diagnostic diagnostic, SyntaxTree script)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (diagnostic.Location.SourceTree is not { } tree)
            return Describe(diagnostic.Id, message, 0, 0, script);
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        return Describe(diagnostic.Id, message, place.Line + 1, place.Character + 1, tree);
    }

    private static ScriptDiagnostic Describe(DirectiveError error, SyntaxTree script) =>
        Describe(error.Id, error.Message, error.Place.GetLineSpan().StartLinePosition.Line + 1, 1, script);

    private static ScriptDiagnostic Describe(string id, string message, int line, int column, SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        return new(Path.GetFileName(tree.FilePath), line, column, id, message, line > 0 && line <= lines.Count ? lines[line - 1].ToString() : "") { Path = tree.FilePath };
    }
}
