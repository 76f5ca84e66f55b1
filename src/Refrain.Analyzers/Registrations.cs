using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Refrain.Analyzers;

/// <summary>Whether the program tells the cache itself how to treat a type, as <c>CacheKeys.Register</c> and <c>CacheCopies.Register</c> do.</summary>
internal static class Registrations
{
    /// <summary>Whether a registration names a type or one that it derives from. Read from the text of the files, and only when there is something to report:
    /// to be silent once too often does no harm.</summary>
    internal static bool Mention(string registry, ITypeSymbol type, Compilation compilation)
    {
        var names = new HashSet<string>(type.FullNames().Select(name => name.Substring(name.LastIndexOf('.') + 1).Split('`')[0]));
        return compilation.SyntaxTrees
            .Where(tree => tree.GetText().ToString().Contains(registry))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Where(call => NameOf(call.Expression) == "Register")
            .Any(call => call.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)));
    }

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
