namespace Refrain;

/// <summary>The caches of an app: cleared and looked into.</summary>
public interface ICache
{
    /// <inheritdoc cref="Cache.Clear"/>
    int Clear(Delegate function, params object?[]? arguments);

    /// <inheritdoc cref="Cache.ClearAsync"/>
    Task<int> ClearAsync(Delegate function, params object?[]? arguments);

    /// <inheritdoc cref="Cache.ClearData"/>
    int ClearData();

    /// <inheritdoc cref="Cache.ClearResources"/>
    int ClearResources();

    /// <inheritdoc cref="Cache.ClearTag"/>
    int ClearTag(string tag);

    /// <summary>Makes these the caches of the code that follows, and holds every resource it receives, until the result is disposed.</summary>
    /// <example><code>
    /// using (cache.Hold()) { Database().Query("…"); }
    /// </code></example>
    IDisposable Hold();

    /// <summary>Makes these the caches of the code that follows, and opens a scope with its own entries of session-scoped functions, released when the
    /// result is disposed.</summary>
    /// <example><code>
    /// using (cache.Scope()) { Basket().Add("tea"); }
    /// </code></example>
    IDisposable Scope();

    /// <inheritdoc cref="Cache.Inspect"/>
    IReadOnlyList<FunctionReport> Inspect();
}
