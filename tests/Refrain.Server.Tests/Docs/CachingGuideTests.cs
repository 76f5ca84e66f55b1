using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Server.Tests.Docs;

/// <summary>What the docs show of programs without a page compiles.</summary>
public sealed partial class CachingGuideTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Refrain;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string, string> Snippets
    {
        get
        {
            var snippets = new TheoryData<string, string>();
            foreach (var (page, code) in Read("docs/caching.md", "## Without a page", "\n## "))
                snippets.Add(page, code);
            foreach (var path in Directory.GetFiles(RepositoryRoot.PathTo("docs/errors"), "RFN019*.md").Order())
            {
                foreach (var (page, code) in Read($"docs/errors/{Path.GetFileName(path)}"))
                    snippets.Add(page, code);
            }

            return snippets;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Each_snippet_compiles(string page, string code)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(Usings, parsing), CSharpSyntaxTree.ParseText(code, parsing)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var wrong = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!wrong.Any(), $"{page}: {string.Join('\n', wrong)}");
    }

    private static IEnumerable<(string Page, string Code)> Read(string page, string from = "", string to = "\0")
    {
        var text = File.ReadAllText(RepositoryRoot.PathTo(page));
        text = text[text.IndexOf(from, StringComparison.Ordinal)..][from.Length..];
        return Snippet().Matches(text.Split(to)[0]).Select(match => (page, match.Groups[1].Value));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
