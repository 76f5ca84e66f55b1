using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>Which doors were opened in each host. What runs the same code is one function, so it has one set of options.</summary>
internal static class OpenDoors
{
    private static readonly ConditionalWeakTable<CacheHost, ConcurrentDictionary<string, WeakReference<FunctionDefinition>>> Hosts = [];

    /// <summary>Notes that a door was opened.</summary>
    /// <exception cref="CacheOptionException">The same code was given other options. Newer code of a reload may have others: it takes over.</exception>
    internal static void Add(CacheHost host, FunctionDefinition definition)
    {
        var doors = Hosts.GetOrCreateValue(host);
        if (!doors.TryGetValue(definition.Name.Identity, out var known) || !known.TryGetTarget(out var other))
            Forget(doors);
        else if (ReferenceEquals(other, definition))
            return;
        else if (other.Method.Module == definition.Method.Module)
            RefuseDifference(definition, other);
        doors[definition.Name.Identity] = new(definition);
    }

    /// <summary>Drops those whose code has gone, whenever a door is new.</summary>
    private static void Forget(ConcurrentDictionary<string, WeakReference<FunctionDefinition>> doors)
    {
        foreach (var door in doors)
        {
            if (!door.Value.TryGetTarget(out _))
                doors.TryRemove(door);
        }
    }

    private static void RefuseDifference(FunctionDefinition definition, FunctionDefinition other)
    {
        var option = definition.Options.IsResource != other.Options.IsResource ? nameof(FunctionOptions.IsResource)
            : definition.Name.Display != other.Name.Display ? nameof(CachedFunctionOptions.Name)
            : definition.Options.DifferenceTo(other.Options);
        if (option is null)
            return;
        var what = option == nameof(FunctionOptions.IsResource)
            ? "to Cache.Data in one place and to Cache.Resource in another"
            : $"one {option} in one place and another in another";
        throw new CacheOptionException("RFN0184",
            $"The cached function '{definition.Name.Display}' is given {what}, though both run the same code and so are one function with one set of entries. " +
            "Give them the same options, or open the door once and keep the delegate.")
        {
            Function = definition.Name.Display,
            Option = option,
        };
    }
}
