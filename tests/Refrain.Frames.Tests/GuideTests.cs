using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Frames.Tests;

/// <summary>What docs/frames.md shows is compiled and run, each snippet as a program of its own.</summary>
[Collection(nameof(WorkingDirectory))]
public sealed partial class GuideTests : IDisposable
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Data; global using System.Globalization; global using System.IO;
        global using System.Linq; global using System.Text; global using System.Threading.Tasks; global using Refrain;
        """;

    private const string Rides = """
        City,Day,Price,Riders
        Graz,2025-01-31,12.5,2
        Linz,2025-02-01,,1
        ,2025-02-01,9.9,3
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Environment.CurrentDirectory;

    public GuideTests()
    {
        File.WriteAllText(_folder.File("rides.csv"), Rides);
        File.WriteAllText(_folder.File("umsatz.csv"), "Ort;Betrag\nMödling;12,50\nGraz;k. A.\n", Encoding.Latin1);
        Environment.CurrentDirectory = _folder.Path;
    }

    public static TheoryData<int> Snippets => [.. Enumerable.Range(0, Read().Count)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_of_the_guide_compiles_and_runs(int snippet) => Compiled(Read()[snippet]).Invoke(null, [Array.Empty<string>()]);

    [Fact]
    public void The_guide_has_snippets() => Assert.True(Read().Count > 5);

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
    }

    private static List<string> Read() =>
        [.. Snippet().Matches(File.ReadAllText(RepositoryRoot.PathTo("docs/frames.md"))).Select(match => match.Groups[1].Value)];

    private static MethodInfo Compiled(string code)
    {
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(code)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        return Assembly.Load(assembly.ToArray()).EntryPoint!;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
