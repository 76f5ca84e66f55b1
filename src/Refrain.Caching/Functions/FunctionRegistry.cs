using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Functions.Doors;

namespace Refrain.Caching.Functions;

/// <summary>Finds the definition of a cached function by a delegate of it. The one table of the process; it keeps no assembly loaded.</summary>
internal static class FunctionRegistry
{
    private static readonly ConditionalWeakTable<Module, ConcurrentDictionary<RuntimeMethodHandle, FunctionDefinition>> Modules = [];

    internal static void Add(FunctionDefinition definition) =>
        Modules.GetOrCreateValue(definition.Method.Module)[definition.Method.MethodHandle] = definition;

    /// <summary>The definition, or <see langword="null"/> when the function was never called.</summary>
    internal static FunctionDefinition? Find(Delegate function)
    {
        if (function.Target is Door door)
            return door.Definition;
        var method = function.Method;
        return Modules.TryGetValue(method.Module, out var definitions) ? definitions.GetValueOrDefault(method.MethodHandle) : null;
    }
}
