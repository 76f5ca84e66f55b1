using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Frames.Tests.Docs;

/// <summary>Code that the documents show, as a program of its own.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Code">The program: what is shown, with what it takes for granted.</param>
internal sealed record Snippet(string Place, string Code)
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Data; global using System.Globalization; global using System.IO;
        global using System.Linq; global using System.Net.Http; global using System.Text; global using System.Threading; global using System.Threading.Tasks; global using Refrain;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly SyntaxTree GlobalUsings = CSharpSyntaxTree.ParseText(Usings);

    private static readonly ConcurrentDictionary<string, CSharpCompilation> Compilations = [];

    /// <summary>The program as the compiler understands it, which is made once for all tests.</summary>
    internal CSharpCompilation Compilation => Compilations.GetOrAdd(Code, static code => CSharpCompilation.Create(
        "snippet",
        [GlobalUsings, CSharpSyntaxTree.ParseText(code)],
        References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>Runs it to its end.</summary>
    internal void Run()
    {
        var main = Compile();
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
    }

    internal MethodInfo Compile()
    {
        using var assembly = new MemoryStream();
        var wrong = Compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(wrong.Count == 0, $"{Place}: {string.Join('\n', wrong)}\n{Code}");
        return Assembly.Load(assembly.ToArray()).EntryPoint!;
    }
}
