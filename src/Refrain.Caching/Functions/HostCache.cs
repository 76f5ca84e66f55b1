using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>The door to one host's caches.</summary>
internal sealed class HostCache(CacheHost host) : ICache
{
    public int Clear(Delegate function, params object?[]? arguments) => Clear(function, arguments, []);

    public async Task<int> ClearAsync(Delegate function, params object?[]? arguments)
    {
        var releases = new List<Task>();
        var cleared = Clear(function, arguments, releases);
        await Task.WhenAll(releases).ConfigureAwait(false);
        return cleared;
    }

    public int ClearData() => ClearWhere(cache => !cache.Options.IsResource);

    public int ClearResources() => ClearWhere(cache => cache.Options.IsResource);

    public int ClearTag(string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return ClearWhere(cache => cache.Options.Tags.Contains(tag));
    }

    public IReadOnlyList<FunctionReport> Inspect() => host.Inspect();

    public IDisposable Hold()
    {
        var holder = new ResourceHolder();
        return new Entered(Here(holder, SessionHere), holder);
    }

    public IDisposable Scope()
    {
        var session = new SessionCaches(host);
        return new Entered(Here(Ambient.Current?.Holder, session), session);
    }

    private SessionCaches? SessionHere => Ambient.Current?.Session is { } session && session.Host == host ? session : null;

    private Ambient Here(ResourceHolder? holder, SessionCaches? session) =>
        new(host, Ambient.Current?.Drawing) { Flight = Ambient.Current?.Flight, Holder = holder, Session = session };

    private int Clear(Delegate function, object?[]? arguments, List<Task> releases)
    {
        ArgumentNullException.ThrowIfNull(function);
        var given = ClearArguments.Bind(function, arguments);
        if (FunctionRegistry.Find(function) is not { } definition)
            return 0;
        var cache = definition.Options.Scope == CacheScope.Session
            ? Ambient.Current?.Session?.Find(definition)
            : host.Find(definition);
        if (cache is null)
            return 0;
        return given is null ? cache.Clear(EvictionReason.Cleared, releases) : cache.ClearEntry(given, releases);
    }

    private int ClearWhere(Func<FunctionCache, bool> chosen) =>
        host.Caches.Where(chosen).Sum(cache => cache.Clear(EvictionReason.Cleared, []));

    /// <summary>Makes an ambient the current one, until disposed.</summary>
    private sealed class Entered : IDisposable
    {
        private readonly Ambient? _outer = Ambient.Current;
        private readonly IDisposable _owned;

        internal Entered(Ambient ambient, IDisposable owned)
        {
            _owned = owned;
            Ambient.Current = ambient;
        }

        public void Dispose()
        {
            Ambient.Current = _outer;
            _owned.Dispose();
        }
    }
}
