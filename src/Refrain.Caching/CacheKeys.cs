using Refrain.Caching.Keys;

namespace Refrain;

/// <summary>Says what stands for values of types one does not own, when they are arguments of cached functions.</summary>
public static class CacheKeys
{
    /// <summary>Gives a type a key.</summary>
    /// <remarks>Also for types derived from it, unless they have a key of their own. Registering again replaces what was registered before.</remarks>
    /// <typeparam name="T">The type of the argument, or of something inside one.</typeparam>
    /// <param name="key">Gives a value that is equal for two instances exactly when they should share entries: a number, a string, a tuple, a
    /// record of those.</param>
    /// <exception cref="CacheOptionException">A cached function was called with such a value before.</exception>
    /// <example><code>
    /// CacheKeys.Register&lt;HttpClient&gt;(client => client.BaseAddress);
    /// </code></example>
    public static void Register<T>(Func<T, object?> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        CustomKeys.Register(key);
    }
}
