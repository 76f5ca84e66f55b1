using Refrain.Caching.Functions;

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

    /// <summary>The same, complete when the resources that went are released; except those that the caller holds itself, which go when it ends.</summary>
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
    public static IDisposable Hold() => Current.Hold();

    /// <summary>Opens a scope with its own entries of session-scoped functions, released when the result is disposed. For programs without a page.</summary>
    /// <example><code>
    /// using (Cache.Scope()) { Basket().Add("tea"); }
    /// </code></example>
    public static IDisposable Scope() => Current.Scope();

    /// <summary>Sets how the caches of a program without services behave. In one with services use <c>AddRefrainCaching</c>.</summary>
    /// <remarks>Best before the first cached call. Called later, it drops what the process has cached so far and releases resources that nobody holds.</remarks>
    /// <param name="configure">Sets options; what it leaves keeps its default.</param>
    /// <exception cref="CacheOptionException">An option has a value that is not allowed.</exception>
    /// <exception cref="CacheException">The program has caches among its services.</exception>
    /// <example><code>
    /// Cache.Configure(o => o.Budget = 1L &lt;&lt; 30);
    /// </code></example>
    public static void Configure(Action<RefrainCachingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new RefrainCachingOptions();
        configure(options);
        CacheHosts.Configure(CacheHostSettings.From(options));
    }
}
