using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Weaving;

/// <summary>How one argument is handed to the cache.</summary>
internal enum SlotKind
{
    Keyed,
    Text,
    Unkeyed,
    Token,
}

/// <summary>One argument of a cached function: the instance, or a parameter.</summary>
/// <param name="Kind">How it is handed over.</param>
/// <param name="Type">Its type, in terms of the method's own generic parameters.</param>
/// <param name="IsInstance">Whether it is what the method is called on.</param>
internal sealed record Slot(SlotKind Kind, TypeReference Type, bool IsInstance)
{
    private const string NotKeyed = "Refrain.NotKeyedAttribute";

    internal static Slot[] Of(MethodDefinition method)
    {
        var parameters = method.Parameters.Select(p => new Slot(KindOf(p), p.ParameterType, IsInstance: false));
        if (!method.HasThis)
            return [.. parameters];
        var kind = IsNotKeyed(method.DeclaringType) || IsLambdaHome(method.DeclaringType) ? SlotKind.Unkeyed : SlotKind.Keyed;
        return [new Slot(kind, Members.Itself(method.DeclaringType), IsInstance: true), .. parameters];
    }

    internal TypeReference SlotType(Contract contract, TypeMap map) => Kind switch
    {
        SlotKind.Text => contract.Service("Text"),
        SlotKind.Token => contract.Service("Token"),
        SlotKind.Unkeyed => contract.Service("Unkeyed", isValueType: true, map[Type]),
        _ => contract.Service("Keyed", isValueType: true, map[Type]),
    };

    private static SlotKind KindOf(ParameterDefinition parameter)
    {
        // A token wins over its name: the function must get the flight's token in any case.
        if (parameter.ParameterType.FullName == "System.Threading.CancellationToken")
            return SlotKind.Token;
        if (parameter.Name.StartsWith("_", System.StringComparison.Ordinal) || parameter.CustomAttributes.Any(a => a.AttributeType.FullName == NotKeyed))
            return SlotKind.Unkeyed;
        return parameter.ParameterType.FullName == "System.String" ? SlotKind.Text : SlotKind.Keyed;
    }

    private static bool IsNotKeyed(TypeDefinition? type)
    {
        for (; type is not null; type = type.BaseType?.Resolve())
        {
            if (type.CustomAttributes.Any(a => a.AttributeType.FullName == NotKeyed))
                return true;
        }

        return false;
    }

    /// <summary>Lambdas that capture nothing are methods of a stateless singleton, which says nothing about the call.</summary>
    private static bool IsLambdaHome(TypeDefinition type) =>
        type.Name.StartsWith("<>c", System.StringComparison.Ordinal) && !type.Name.Contains("DisplayClass");
}
