using Refrain.Caching.Functions;

namespace Refrain.Caching.Recording;

/// <summary>The entries of session-scoped functions of one session; released when it is disposed, at the session's end.</summary>
internal sealed class SessionCaches(CacheHost host) : IDisposable
{
    internal CacheHost Host { get; } = host;

    public void Dispose()
    {
    }
}
