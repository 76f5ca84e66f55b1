using Microsoft.CodeAnalysis;

namespace Refrain.Analyzers;

/// <summary>The attributes that make a function a cached one.</summary>
internal static class CacheAttributes
{
    internal const string Data = "Refrain.CacheDataAttribute";

    internal const string Resource = "Refrain.CacheResourceAttribute";

    internal const string Old = "Refrain.CacheAttribute";

    internal static bool IsOne(string? name) => name is Data or Resource or Old;

    /// <summary>Whether an attribute is one of the two that have options.</summary>
    internal static bool HasOptions(AttributeData attribute) => attribute.AttributeClass is { } type && type.FullName() is Data or Resource;
}
