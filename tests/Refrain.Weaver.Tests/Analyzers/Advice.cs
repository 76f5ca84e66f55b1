using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Refrain.Analyzers;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Analyzers;

/// <summary>What the analyzers, all of them, say of a source.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Message">What is said.</param>
/// <param name="Place">The text at the place where it is said.</param>
/// <param name="Severity">How bad it is.</param>
internal sealed record Advice(string Id, string Message, string Place, DiagnosticSeverity Severity)
{
    internal static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(NoBodyAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles a program, or a library where the source has no statements of its own, and asks the analyzers.</summary>
    internal static async Task<IReadOnlyList<Advice>> OnAsync(string source)
    {
        var compilation = new SourceProgram("using System.Data.Common; using System.IO; using System.Net.Http; using System.Security.Claims;\n" + source).Compilation();
        var isProgram = compilation.SyntaxTrees[0].GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        compilation = compilation.WithOptions(
            compilation.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary).WithNullableContextOptions(NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error));
        return
        [
            .. (await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync())
                .OrderBy(each => each.Location.SourceSpan.Start)
                .Select(each => new Advice(
                    each.Id, each.GetMessage(null), each.Location.SourceTree!.GetText().ToString(each.Location.SourceSpan), each.Severity)),
        ];
    }

    /// <summary>What is said of a source of which one thing is to say.</summary>
    internal static async Task<Advice> OneOnAsync(string source) => Assert.Single(await OnAsync(source));
}
