using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Weaving;

/// <summary>Points every use of a method at the wrapper that took its place: calls, delegates, overrides, recursion.</summary>
/// <remarks>Uses from other assemblies, and those on instances of generic types, go by name and find the wrapper by themselves.</remarks>
internal sealed class Redirect(IReadOnlyDictionary<MethodDefinition, MethodDefinition> wrappers)
{
    internal void Apply(ModuleDefinition module)
    {
        foreach (var method in module.GetTypes().SelectMany(t => t.Methods))
        {
            for (var i = 0; i < method.Overrides.Count; i++)
                method.Overrides[i] = Of(method.Overrides[i]);
            if (!method.HasBody)
                continue;
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.Operand is MethodReference used)
                    instruction.Operand = Of(used);
            }
        }

        if (module.EntryPoint is not null)
            module.EntryPoint = (MethodDefinition)Of(module.EntryPoint);
    }

    private MethodReference Of(MethodReference used)
    {
        if (used is MethodDefinition definition)
            return wrappers.TryGetValue(definition, out var wrapper) ? wrapper : used;
        if (used is not GenericInstanceMethod generic)
            return used;
        var element = Of(generic.ElementMethod);
        if (element == generic.ElementMethod)
            return used;
        var redirected = new GenericInstanceMethod(element);
        foreach (var argument in generic.GenericArguments)
            redirected.GenericArguments.Add(argument);
        return redirected;
    }
}
