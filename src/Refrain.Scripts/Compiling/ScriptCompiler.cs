using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Refrain.Analyzers;
using Refrain.Weaver;

namespace Refrain.Scripts.Compiling;

/// <summary>Compiles and weaves one script. Nothing a user writes makes it throw: what is wrong comes back as diagnostics.</summary>
/// <param name="path">The script's full path.</param>
/// <param name="name">Its name in the app, without extension; the assembly's name, and so part of the identity of its cached functions.</param>
/// <param name="packages">Finds packages that the script asks for.</param>
internal sealed class ScriptCompiler(string path, string name, ScriptPackages packages)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. from type in typeof(NoBodyAnalyzer).Assembly.GetTypes()
           where type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    /// <summary>Compiles a text of the script.</summary>
    internal async Task<CompiledScript> CompileAsync(string text, CancellationToken cancellation = default)
    {
        var options = CSharpParseOptions.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithDocumentationMode(DocumentationMode.None)
            .WithPreprocessorSymbols("DEBUG", "TRACE", "NET", "NET10_0", "NET10_0_OR_GREATER")
            .WithFeatures([new("FileBasedProgram", "true")]);
        var source = SourceText.From(text, Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(source, options, path, cancellation);

        var wanted = await packages.FindAsync(ScriptDirectives.Read(tree), cancellation).ConfigureAwait(false);
        if (wanted.Errors.Count > 0)
            return Failed([.. wanted.Errors.Select(error => Describe(error.Id, error.Message, LineOf(error.Place), 1, source))]);

        var web = ScriptDirectives.Read(tree).Any(directive => directive is { Kind: "sdk", Name: "Microsoft.NET.Sdk.Web" });
        var compilation = CSharpCompilation.Create(
            name,
            [tree, ImplicitUsings.Tree(options, web)],
            [.. ScriptReferences.Metadata, .. wanted.Compile.Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                optimizationLevel: OptimizationLevel.Debug,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));
        var advice = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        return Weave(Emit(compilation, advice, source, cancellation), source, wanted);
    }

    private static (byte[]? Assembly, byte[]? Symbols, IReadOnlyList<Diagnostic> Diagnostics) EmitTo(
        CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(assembly, symbols, options: options, cancellationToken: cancellation);
        return (result.Success ? assembly.ToArray() : null, symbols.ToArray(), result.Diagnostics);
    }

    private CompiledScript Emit(
        CSharpCompilation compilation, IReadOnlyList<Diagnostic> advice, SourceText source, CancellationToken cancellation)
    {
        var (assembly, symbols, diagnostics) = EmitTo(compilation, cancellation);
        ScriptDiagnostic[] errors = [.. Of(DiagnosticSeverity.Error)];
        return new CompiledScript(
            assembly is null || errors.Length > 0 ? null : new ScriptImage(assembly, symbols, []),
            errors,
            [.. Of(DiagnosticSeverity.Warning)]);

        IEnumerable<ScriptDiagnostic> Of(DiagnosticSeverity severity) =>
            diagnostics.Concat(advice).Where(diagnostic => diagnostic.Severity == severity)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => Describe(diagnostic, source));
    }

    private CompiledScript Weave(CompiledScript compiled, SourceText source, FoundPackages wanted)
    {
        if (compiled.Image is not { Symbols: { } symbols } image)
            return compiled;

        using var assembly = new MemoryStream(image.Assembly);
        using var pdb = new MemoryStream(symbols);
        var woven = AssemblyWeaver.Weave(new WeaveRequest(assembly, pdb) { ReferencePaths = [.. ScriptReferences.Paths, .. wanted.Compile] });
        if (woven.Diagnostics.Count > 0)
            return Failed([.. woven.Diagnostics.Select(refused => Describe(refused.Id, refused.Message, refused.Line, refused.Column, source))]);

        image = woven.Changed ? new ScriptImage(woven.Assembly, woven.Symbols, wanted.Run) : image with { Packages = wanted.Run };
        return compiled with { Image = image };
    }

    private static CompiledScript Failed(IReadOnlyList<ScriptDiagnostic> errors) => new(null, errors, []);

    private ScriptDiagnostic Describe(Diagnostic diagnostic, SourceText source)
    {
        var place = diagnostic.Location.IsInSource ? diagnostic.Location.GetLineSpan().StartLinePosition : (LinePosition?)null;
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return Describe(diagnostic.Id, message, place?.Line + 1 ?? 0, place?.Character + 1 ?? 0, source);
    }

    private static int LineOf(Location place) => place.GetLineSpan().StartLinePosition.Line + 1;

    private ScriptDiagnostic Describe(string id, string message, int line, int column, SourceText source) =>
        new(Path.GetFileName(path), line, column, id, message, line > 0 && line <= source.Lines.Count ? source.Lines[line - 1].ToString() : "");
}
