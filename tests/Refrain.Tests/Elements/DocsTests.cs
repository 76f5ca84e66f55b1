using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Tests.Elements;

/// <summary>What the pages of the docs show is compiled and run.</summary>
public partial class DocsTests
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using Refrain;";

    private static readonly string Folder = RepositoryRoot.PathTo("docs/elements");

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "README").Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_example_of_a_page_runs_and_draws_what_the_page_is_about(string page)
    {
        var code = Assert.Single(Example().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, $"{page}.md")))).Groups[1].Value;

        await using var app = AppTest.From(Compiled(page, code));
        await app.RunAsync();

        var kind = page switch { "write" => "markdown", "widgets" => "slider", _ => Camel(page) };
        Assert.NotEmpty(app.Elements(kind));
        if (kind != "exception") Assert.Null(app.Exception);
    }

    private static Action Compiled(string page, string code)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            page,
            [CSharpSyntaxTree.ParseText(Usings, parsing), CSharpSyntaxTree.ParseText(code, parsing)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        var script = Assembly.Load(assembly.ToArray()).EntryPoint!;
        return () => script.Invoke(null, [Array.Empty<string>()]);
    }

    private static string Camel(string page) => Dash().Replace(page, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("-([a-z])")]
    private static partial Regex Dash();
}
