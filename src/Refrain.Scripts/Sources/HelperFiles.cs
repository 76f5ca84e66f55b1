using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Refrain.Scripts.Sources;

/// <summary>Finds the files beside a script that are compiled with it: those that are no programs themselves.</summary>
/// <remarks>Where a folder has a project, its files are the project's and not the script's.</remarks>
internal static class HelperFiles
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]);

    /// <summary>Whether a file is a script: it has statements, an entry point, or lines that a program opens with.</summary>
    internal static bool IsProgram(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
        return root.Members.OfType<GlobalStatementSyntax>().Any()
            || root.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IgnoredDirectiveTrivia) || trivia.IsKind(SyntaxKind.ShebangDirectiveTrivia))
            || root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<MethodDeclarationSyntax>()
                .Any(method => method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword));
    }

    internal static async Task<IReadOnlyList<SourceFile>> ReadAsync(string script, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(script)!;
        if (Directory.EnumerateFiles(folder, "*.csproj").Any())
            return [];
        var helpers = new List<SourceFile>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs").Where(file => file != script).Order(StringComparer.Ordinal))
        {
            if (await TryReadAsync(file, cancellation).ConfigureAwait(false) is { } text && !string.IsNullOrWhiteSpace(text) && !IsProgram(text))
                helpers.Add(new SourceFile(file, text));
        }

        return helpers;
    }

    private static async Task<string?> TryReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, Encoding.UTF8, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // an editor's file that came and went, or somebody else's
        }
    }
}
