using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Checks;

/// <summary>What the checks need to know of types, other assemblies' included.</summary>
internal static class TypeTraits
{
    private const string Services = "System.Runtime.CompilerServices.";

    /// <summary>Types that live on the stack only and so cannot be kept: <c>ref struct</c>s and parameters that may be one.</summary>
    internal static bool LivesOnStack(TypeReference type)
    {
        if (type is IModifierType modified)
            return LivesOnStack(modified.ElementType);
        if (type is GenericParameter parameter)
            return parameter.AllowByRefLikeConstraint;
        return type is not ArrayType && Has(type, Services + "IsByRefLikeAttribute");
    }

    internal static bool IsPointer(TypeReference type) =>
        type is PointerType or FunctionPointerType || (type is IModifierType modified && IsPointer(modified.ElementType));

    /// <summary>Whether <c>async</c> functions may return the type because it brings a builder of its own.</summary>
    internal static bool IsTaskLike(TypeReference type) => Has(type, Services + "AsyncMethodBuilderAttribute");

    internal static bool IsReadOnly(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(a => a.AttributeType.FullName == Services + "IsReadOnlyAttribute");

    private static bool Has(TypeReference type, string attribute) =>
        Definition(type)?.CustomAttributes.Any(a => a.AttributeType.FullName == attribute) == true;

    private static TypeDefinition? Definition(TypeReference type)
    {
        try
        {
            return type.GetElementType().Resolve();
        }
        catch (AssemblyResolutionException)
        {
            // Nothing is known of a type whose assembly was not given; the compiler did not need it either.
            return null;
        }
    }
}
