using Microsoft.CodeAnalysis;

namespace Refrain.Analyzers;

/// <summary>Types as the analyzers ask for them: by name, since what they look for need not be referenced.</summary>
internal static class TypeSymbols
{
    /// <summary>The name of a type that stands directly in a namespace, with its number of type parameters: <c>System.Lazy`1</c>.</summary>
    internal static string FullName(this ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;

    /// <summary>The names of a type, of its base types and of its interfaces.</summary>
    internal static IEnumerable<string> FullNames(this ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current.FullName();
        foreach (var each in type.AllInterfaces)
            yield return each.FullName();
    }

    /// <summary>The type as one writes it, without namespaces.</summary>
    internal static string Written(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What awaiting gives, for a task; else the type itself. <see langword="null"/> where nothing comes.</summary>
    internal static ITypeSymbol? Awaited(this ITypeSymbol type) => type.FullName() switch
    {
        "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" => ((INamedTypeSymbol)type).TypeArguments[0],
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => null,
        _ => type.SpecialType == SpecialType.System_Void ? null : type,
    };
}
