using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Refrain.Analyzers;
using Refrain.Weaver;

namespace Refrain.Scripts.Compiling;

/// <summary>What there is to compile.</summary>
/// <param name="Compilation">For the compiler.</param>
/// <param name="Sources">What the user wrote of it, the place to blame first.</param>
/// <param name="Wanted">The packages and projects it needs.</param>
internal sealed record CodeToCompile(CSharpCompilation Compilation, IReadOnlyList<SyntaxTree> Sources, FoundPackages Wanted)
{
    /// <summary>Files that become part of the assembly.</summary>
    internal IReadOnlyList<ResourceDescription> Resources { get; init; } = [];

    /// <summary>What is known to be wrong with it already.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>Compiles and weaves the code of a page.</summary>
internal static class CodeCompiler
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. from type in typeof(NoBodyAnalyzer).Assembly.GetTypes()
           where type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    internal static async Task<CompiledScript> CompileAsync(CodeToCompile code, CancellationToken cancellation)
    {
        var advice = await code.Compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        return Weave(Emit(code, advice, cancellation), code) with { Projects = code.Wanted.Projects };
    }

    internal static CompiledScript Failed(IReadOnlyList<ScriptDiagnostic> errors) => new(null, errors, []);

    internal static ScriptDiagnostic Describe(DirectiveError error, SyntaxTree script) =>
        Describe(error.Id, error.Message, error.Place.GetLineSpan().StartLinePosition.Line + 1, 1, script);

    private static CompiledScript Emit(CodeToCompile code, IReadOnlyList<Diagnostic> advice, CancellationToken cancellation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = code.Compilation.Emit(assembly, symbols, manifestResources: code.Resources, options: options, cancellationToken: cancellation);
        ScriptDiagnostic[] errors = [.. Of(DiagnosticSeverity.Error)];
        return new CompiledScript(
            result.Success && errors.Length == 0 ? new ScriptImage(assembly.ToArray(), symbols.ToArray(), []) : null,
            errors,
            [.. Of(DiagnosticSeverity.Warning)]);

        IEnumerable<ScriptDiagnostic> Of(DiagnosticSeverity severity) =>
            code.Diagnostics.Concat(result.Diagnostics).Concat(advice).Where(diagnostic => diagnostic.Severity == severity)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree is { } tree ? code.Compilation.SyntaxTrees.IndexOf(tree) : 0)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => Describe(diagnostic, code.Sources[0]));
    }

    private static CompiledScript Weave(CompiledScript compiled, CodeToCompile code)
    {
        if (compiled.Image is not { Symbols: { } symbols } image)
            return compiled;

        var wanted = code.Wanted;
        using var assembly = new MemoryStream(image.Assembly);
        using var pdb = new MemoryStream(symbols);
        var woven = AssemblyWeaver.Weave(new WeaveRequest(assembly, pdb) { ReferencePaths = [.. ScriptReferences.Paths, .. wanted.Compile] });
        if (woven.Diagnostics.Count > 0)
        {
            return Failed([.. woven.Diagnostics.Select(refused => Describe(
                refused.Id, refused.Message, refused.Line, refused.Column, code.Sources.FirstOrDefault(tree => tree.FilePath == refused.File) ?? code.Sources[0]))]);
        }

        image = woven.Changed ? new ScriptImage(woven.Assembly, woven.Symbols, wanted.Run) : image with { Packages = wanted.Run };
        return compiled with { Image = image with { Projects = wanted.Built } };
    }

    private static ScriptDiagnostic Describe(Diagnostic diagnostic, SyntaxTree script)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (diagnostic.Location.SourceTree is not { } tree)
            return Describe(diagnostic.Id, message, 0, 0, script);
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        return Describe(diagnostic.Id, message, place.Line + 1, place.Character + 1, tree);
    }

    private static ScriptDiagnostic Describe(string id, string message, int line, int column, SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        return new(Path.GetFileName(tree.FilePath), line, column, id, message, line > 0 && line <= lines.Count ? lines[line - 1].ToString() : "") { Path = tree.FilePath };
    }
}
