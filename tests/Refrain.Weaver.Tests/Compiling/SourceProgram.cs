using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Refrain.Analyzers;

namespace Refrain.Weaver.Tests.Compiling;

/// <summary>C# source compiled in memory, as the tool compiles scripts.</summary>
internal sealed record SourceProgram(string Source)
{
    internal const string Path = "/app/Program.cs";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Refrain;
        """;

    internal string Name { get; init; } = "Program_" + Guid.NewGuid().ToString("N");

    internal OptimizationLevel Optimization { get; init; } = OptimizationLevel.Debug;

    internal DebugInformationFormat Symbols { get; init; } = DebugInformationFormat.PortablePdb;

    /// <summary>The source link to put into the symbols, together with the source itself. Default: neither.</summary>
    internal string? SourceLink { get; init; }

    internal OutputKind Kind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    internal IReadOnlyList<MetadataReference> References { get; init; } = [];

    internal static IReadOnlyList<string> ReferencePaths { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)];

    private static readonly IReadOnlyList<MetadataReference> PlatformReferences =
        [.. ReferencePaths.Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>Whether the generator's check for the weaver's mark is compiled in, as in a build. Default: no.</summary>
    internal bool HasWovenCheck { get; init; }

    internal CSharpCompilation Compilation()
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        return CSharpCompilation.Create(
            Name,
            [Parse(Source, Path), Parse(Usings, "/app/Usings.cs")],
            [.. PlatformReferences, .. References],
            new CSharpCompilationOptions(Kind, optimizationLevel: Optimization, allowUnsafe: true, deterministic: true));

        SyntaxTree Parse(string text, string path) =>
            CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), parse, path);
    }

    internal (byte[] Assembly, byte[]? Symbols) Compile()
    {
        Compilation compilation = Compilation();
        if (HasWovenCheck)
            CSharpGeneratorDriver.Create(new WovenCheckGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var embedded = Symbols == DebugInformationFormat.Embedded;
        var result = compilation.Emit(
            assembly,
            embedded ? null : symbols,
            sourceLinkStream: SourceLink is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(SourceLink)),
            embeddedTexts: SourceLink is null ? null : [EmbeddedText.FromSource(Path, SourceText.From(Source, Encoding.UTF8))],
            options: new EmitOptions(debugInformationFormat: Symbols, pdbFilePath: Name + ".pdb"));
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors));
        return (assembly.ToArray(), embedded ? null : symbols.ToArray());
    }

    internal WeaveResult Weave(ScriptMode script = ScriptMode.Never)
    {
        var (assembly, symbols) = Compile();
        return Weave(assembly, symbols, script);
    }

    internal static WeaveResult Weave(byte[] assembly, byte[]? symbols, ScriptMode script = ScriptMode.Never) => AssemblyWeaver.Weave(
        new WeaveRequest(new MemoryStream(assembly), symbols is null ? null : new MemoryStream(symbols))
        {
            ReferencePaths = ReferencePaths,
            Script = script,
        });
}
