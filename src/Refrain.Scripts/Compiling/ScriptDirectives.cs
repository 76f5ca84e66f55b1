using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Refrain.Scripts.Compiling;

/// <summary>One <c>#:kind value</c> line at the head of a script.</summary>
internal sealed record ScriptDirective(string Kind, string Value, Location Location)
{
    /// <summary>The name before <c>@</c> or <c>=</c>.</summary>
    internal string Name => Value.Split('@', '=')[0].Trim();

    /// <summary>What follows <c>@</c> or <c>=</c>; <see langword="null"/> without one.</summary>
    internal string? Argument => Value.IndexOfAny(['@', '=']) is var at and >= 0 ? Value[(at + 1)..].Trim() : null;
}

/// <summary>The lines by which a file-based program says what it needs.</summary>
internal static class ScriptDirectives
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    internal static IReadOnlyList<ScriptDirective> Read(SyntaxTree tree)
    {
        var first = tree.GetRoot().GetFirstToken(includeZeroWidth: true);
        return
        [
            .. from trivia in first.LeadingTrivia
               where trivia.IsKind(SyntaxKind.IgnoredDirectiveTrivia)
               let directive = (IgnoredDirectiveTriviaSyntax)trivia.GetStructure()!
               let words = directive.Content.Text.Split((char[]?)null, 2, Trimmed)
               where words.Length > 0
               select new ScriptDirective(words[0], words.Length > 1 ? words[1] : "", directive.GetLocation()),
        ];
    }
}
