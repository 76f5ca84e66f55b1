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

    /// <inheritdoc cref="Cache.Inspect"/>
    IReadOnlyList<FunctionReport> Inspect();
}
