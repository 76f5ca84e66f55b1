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

    public int ClearData() => ClearStored(cache => !cache.Options.IsResource, storage => storage.RemoveAll());

    public int ClearResources() => ClearWhere(cache => cache.Options.IsResource);

    public int ClearTag(string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return ClearStored(cache => cache.Options.Tags.Contains(tag), storage => storage.RemoveTagged(tag));
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
            : host.Find(definition) ?? CacheOfStored(definition);
        if (cache is null)
            return 0;
        return given is null ? cache.Clear(releases) : cache.ClearEntry(given, releases);
    }

    /// <summary>The cache of a function that was not called here: there is something to clear only beside memory.</summary>
    private FunctionCache? CacheOfStored(FunctionDefinition definition) =>
        definition.Options.Persist == Persist.None ? null : host.For(definition, () => definition.MakeCache!(host));

    /// <summary>Clears functions, and beside memory also those that no call of this process has touched.</summary>
    /// <remarks>One that is called while its entries go there may have taken an old one to memory, so those that are new then are cleared once more.</remarks>
    private int ClearStored(Func<FunctionCache, bool> chosen, Func<IEntryStorage, int> remove)
    {
        var known = host.Caches.Where(chosen).ToHashSet();
        var cleared = known.Sum(cache => cache.Clear([]));
        if (host.ExistingStorage is not { } storage)
            return cleared;
        try
        {
            return cleared + remove(storage) + ClearWhere(cache => chosen(cache) && !known.Contains(cache));
        }
        catch (StorageException exception)
        {
            throw new CacheException("RFN0152",
                $"Not all stored values could be cleared: {exception.Message} Those in memory are gone; stored ones may come back.", exception);
        }
    }

    private int ClearWhere(Func<FunctionCache, bool> chosen) =>
        host.Caches.Where(chosen).Sum(cache => cache.Clear([]));

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
