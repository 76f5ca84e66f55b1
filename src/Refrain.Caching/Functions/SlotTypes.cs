using Refrain.Caching.Functions.Doors;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>The types of the arguments that are in a key, read from the type of the structure that carries them.</summary>
internal static class SlotTypes
{
    /// <summary>One for each parameter in order; <see langword="null"/> for those that are not in the key, or are text.</summary>
    internal static Type?[] Of(Type slot)
    {
        if (slot == typeof(Args) || slot == typeof(Callee))
            return [];
        if (slot.IsGenericType && slot.Name.StartsWith(nameof(Args) + "`", StringComparison.Ordinal))
            return [.. slot.GetGenericArguments().SelectMany(Of)];
        return [slot.IsGenericType && slot.GetGenericTypeDefinition() == typeof(Keyed<>) ? slot.GetGenericArguments()[0] : null];
    }
}
