using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Checks;

/// <summary>The variables of an enclosing function that a local function or lambda uses.</summary>
internal static class CapturedVariables
{
    /// <summary>Their names, in the order of their use; empty when nothing is captured.</summary>
    internal static IReadOnlyList<string> Of(MethodDefinition method)
    {
        var closures = Closures(method).ToList();
        if (closures.Count == 0)
            return [];
        var used = SourcePlaces.Code(method)
            .Where(m => m.HasBody)
            .SelectMany(m => m.Body.Instructions)
            .Select(i => (i.Operand as FieldReference)?.Resolve())
            .OfType<FieldDefinition>()
            .Where(f => IsClosure(f.DeclaringType) && IsVariable(f))
            .Select(NameOf)
            .Distinct()
            .ToList();

        // A function that only hands its closure on, to another local function, uses what that one uses.
        return used.Count > 0 ? used : [.. closures.SelectMany(c => c.Fields).Where(IsVariable).Select(NameOf).Distinct()];
    }

    internal static bool IsClosure(TypeReference type) => type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);

    private static IEnumerable<TypeDefinition> Closures(MethodDefinition method)
    {
        if (method.HasThis && IsClosure(method.DeclaringType))
            yield return method.DeclaringType;
        foreach (var parameter in method.Parameters.Select(p => p.ParameterType.GetElementType()).Where(IsClosure))
        {
            if (parameter.Resolve() is { } closure)
                yield return closure;
        }
    }

    /// <summary>A closure also has fields that lead to an outer closure or keep a delegate; those are nobody's variables.</summary>
    private static bool IsVariable(FieldDefinition field) => !field.IsStatic && (!field.Name.Contains("<") || field.Name == "<>4__this");

    private static string NameOf(FieldDefinition field) => field.Name == "<>4__this" ? "this" : field.Name;
}
