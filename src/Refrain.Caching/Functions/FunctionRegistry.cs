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

    /// <summary>The definition, or <see langword="null"/> when the function was never called and nothing of it can be stored.</summary>
    internal static FunctionDefinition? Find(Delegate function)
    {
        if (function.Target is Door door)
            return door.Definition;
        var method = function.Method;
        if (Find(method) is { } known)
            return known;
        return method.GetCustomAttribute<CacheDataAttribute>() is { Persist: not Persist.None } ? Open(method) : null;
    }

    /// <summary>The definition of a method with an attribute, whether or not it was called yet.</summary>
    internal static FunctionDefinition? Open(MethodInfo method)
    {
        if (Find(method) is { } known)
            return known;
        InitializeHolders(method);
        return Find(method);
    }

    private static FunctionDefinition? Find(MethodInfo method) =>
        Modules.TryGetValue(method.Module, out var definitions) ? definitions.GetValueOrDefault(method.MethodHandle) : null;

    /// <summary>Runs what the first call of a woven method would: the initializer of the class that the weaver put beside it.</summary>
    private static void InitializeHolders(MethodInfo method)
    {
        var declaring = method.DeclaringType!;
        Type[] arguments = [.. declaring.GetGenericArguments(), .. method.GetGenericArguments()];
        foreach (var holder in declaring.GetNestedTypes(BindingFlags.NonPublic))
        {
            if (!holder.Name.StartsWith($"<{method.Name}>k__Cached", StringComparison.Ordinal))
                continue;
            var closed = holder.IsGenericTypeDefinition ? holder.MakeGenericType(arguments) : holder;
            RuntimeHelpers.RunClassConstructor(closed.TypeHandle);
        }
    }
}
