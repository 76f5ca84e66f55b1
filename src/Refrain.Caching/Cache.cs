using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;

namespace Refrain;

/// <summary>The caches of the current app, or of the process in a program without one.</summary>
public static partial class Cache
{
    private static HostCache Current => new(CacheHosts.Current);

    /// <summary>Removes the entry of one set of arguments, or all entries of a function.</summary>
    /// <param name="function">The cached function.</param>
    /// <param name="arguments">The arguments, converted as a call would; none for the whole function.</param>
    /// <returns>How many entries went.</returns>
    /// <exception cref="CacheException">The function is not cached, or the arguments do not fit it.</exception>
    /// <example><code>
    /// Cache.Clear(LoadData, "uber.csv");
    /// Cache.Clear(LoadData);
    /// </code></example>
    public static int Clear(Delegate function, params object?[]? arguments) => Current.Clear(function, arguments);

    /// <summary>The same, complete when the resources that went are released.</summary>
    /// <inheritdoc cref="Clear"/>
    public static Task<int> ClearAsync(Delegate function, params object?[]? arguments) => Current.ClearAsync(function, arguments);

    /// <summary>Removes every entry of every <c>[CacheData]</c> function of the app.</summary>
    /// <returns>How many entries went.</returns>
    public static int ClearData() => Current.ClearData();

    /// <summary>Removes every entry of every <c>[CacheResource]</c> function of the app; each is released when nobody holds it.</summary>
    /// <returns>How many entries went.</returns>
    public static int ClearResources() => Current.ClearResources();

    /// <summary>Removes every entry of the functions that have this tag.</summary>
    /// <param name="tag">A tag of <see cref="CachedFunctionAttribute.Tags"/>.</param>
    /// <returns>How many entries went.</returns>
    public static int ClearTag(string tag) => Current.ClearTag(tag);

    /// <summary>What the cached functions have been doing.</summary>
    public static IReadOnlyList<FunctionReport> Inspect() => Current.Inspect();

    /// <summary>Holds every resource received until the result is disposed, so that none is released while in use. For programs without a page.</summary>
    /// <example><code>
    /// using (Cache.Hold()) { Database().Query("…"); }
    /// </code></example>
    public static IDisposable Hold()
    {
        var outer = Ambient.Current;
        var holder = new ResourceHolder();
        return Enter(new Ambient(CacheHosts.Current, outer?.Drawing) { Flight = outer?.Flight, Holder = holder, Session = outer?.Session }, holder);
    }

    /// <summary>Opens a scope with its own entries of session-scoped functions, released when the result is disposed. For programs without a page.</summary>
    /// <example><code>
    /// using (Cache.Scope()) { Basket().Add("tea"); }
    /// </code></example>
    public static IDisposable Scope()
    {
        var outer = Ambient.Current;
        var session = new SessionCaches(CacheHosts.Current);
        return Enter(new Ambient(session.Host, outer?.Drawing) { Flight = outer?.Flight, Session = session }, session);
    }

    private static Entered Enter(Ambient ambient, IDisposable owned)
    {
        var outer = Ambient.Current;
        Ambient.Current = ambient;
        return new Entered(outer, owned);
    }

    private sealed class Entered(Ambient? outer, IDisposable owned) : IDisposable
    {
        public void Dispose()
        {
            Ambient.Current = outer;
            owned.Dispose();
        }
    }
}
