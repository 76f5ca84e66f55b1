using System.Collections.Concurrent;
using Refrain.Caching.Functions;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Recording;

/// <summary>The entries of session-scoped functions of one session; released when it is disposed, at the session's end.</summary>
internal sealed class SessionCaches : IDisposable
{
    private readonly ConcurrentDictionary<string, FunctionCache> _caches = new();
    private volatile bool _ended;

    internal SessionCaches(CacheHost host)
    {
        Host = host;
        host.Open(this);
    }

    internal CacheHost Host { get; }

    /// <summary>Makes what records the drawing of a refresh that this session caused; <see langword="null"/> for the host's.</summary>
    internal Func<DrawingScope>? DrawingWithoutPage { get; init; }

    internal IEnumerable<FunctionCache> Caches => _caches.Values;

    /// <summary>The session's cache of a function, if it was ever called there.</summary>
    internal FunctionCache? Find(FunctionDefinition definition) => _caches.GetValueOrDefault(definition.Name.Identity);

    /// <summary>The session's own cache of a function, made when it is first needed.</summary>
    internal FunctionCache For(FunctionDefinition definition, Func<FunctionCache> make)
    {
        FunctionCache? cache;
        do
        {
            cache = _caches.GetOrAdd(definition.Name.Identity, _ => make());
            if (!ReferenceEquals(cache.Definition, definition) && !cache.TryAdopt(definition))
                cache = Host.Replace(_caches, cache, make);
        }
        while (cache is null);

        // A session that ended meanwhile must not keep what is computed now: the cache is retired, so the value is only handed through.
        if (_ended)
            cache.Retire(EvictionReason.Ended);
        return cache;
    }

    /// <summary>Ends the caches of code that was replaced and will not run again.</summary>
    internal void Retire(CodeReplacement replacement) => Host.Retire(_caches, replacement, For);

    public void Dispose()
    {
        _ended = true;
        Host.Close(this);
        foreach (var cache in _caches.Values)
            Host.End(cache, EvictionReason.Ended);
    }
}
