namespace Refrain.Caching.Functions;

/// <summary>The caches of one app, or of the process in a console program.</summary>
internal sealed class CacheHost : IDisposable
{
    public void Dispose()
    {
    }
}
