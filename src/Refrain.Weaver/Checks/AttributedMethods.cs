using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Checks;

/// <summary>The methods of a module that carry an attribute of the cache.</summary>
internal static class AttributedMethods
{
    private static readonly HashSet<string> Attributes =
        new(StringComparer.Ordinal) { "Refrain.CacheDataAttribute", "Refrain.CacheResourceAttribute", "Refrain.CacheAttribute" };

    internal static IReadOnlyList<MethodDefinition> Of(ModuleDefinition module) =>
        [.. module.GetTypes().Where(t => !IsExtensionBlock(t)).SelectMany(t => t.Methods).Where(m => AttributesOf(m).Any())];

    internal static IEnumerable<CustomAttribute> AttributesOf(MethodDefinition method) =>
        method.HasCustomAttributes ? method.CustomAttributes.Where(a => Attributes.Contains(a.AttributeType.FullName)) : [];

    /// <summary>The compiler repeats the members of an <c>extension</c> block, attributes and all, in a type that only describes them.</summary>
    private static bool IsExtensionBlock(TypeDefinition type) => type.IsSpecialName && type.Name.StartsWith("<G>$", StringComparison.Ordinal);
}
