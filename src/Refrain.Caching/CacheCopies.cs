using Refrain.Caching.Snapshots;

namespace Refrain;

/// <summary>Says how values of types one does not own are copied, when cached functions return them.</summary>
public static class CacheCopies
{
    /// <summary>Gives a type a copy.</summary>
    /// <remarks>Also for types derived from it, unless they have a copy of their own. Registering again replaces what was registered before.</remarks>
    /// <typeparam name="T">The type of the value, or of something inside one.</typeparam>
    /// <param name="copy">Gives a copy that shares nothing which either side could change. Called by many threads at once.</param>
    /// <example><code>
    /// CacheCopies.Register&lt;Bitmap&gt;(bitmap => bitmap.Clone());
    /// </code></example>
    public static void Register<T>(Func<T, T> copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        CustomCopies.Register(copy);
    }
}
