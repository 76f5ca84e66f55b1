using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>The caches of one app, or of the process in a console program.</summary>
internal sealed class CacheHost : IDisposable
{
    private readonly ConcurrentDictionary<string, FunctionCache> _caches = new();
    private readonly ConcurrentDictionary<SessionCaches, byte> _sessions = new();
    private readonly ConcurrentDictionary<HeldResource, byte> _unreleased = new();
    private readonly ConcurrentDictionary<string, byte> _warned = new();

    internal CacheHost(TimeProvider? clock = null, ILogger? logger = null)
    {
        Clock = clock ?? TimeProvider.System;
        Logger = logger ?? NullLogger.Instance;
        CacheHosts.Add(this);
    }

    internal TimeProvider Clock { get; }

    internal ILogger Logger { get; }

    /// <summary>The culture in which functions run, whoever calls them. Default: the process's at the start of the host.</summary>
    internal CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;

    /// <summary>How long a resource that was given out without a holder lives on after it left the cache.</summary>
    internal TimeSpan ReleaseGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Which objects are resources of this host.</summary>
    internal ResourceTable Resources { get; } = new();

    /// <summary>Makes what records the drawing of a refresh, which has no page; <see langword="null"/> without an app model.</summary>
    internal Func<DrawingScope>? DrawingWithoutPage { get; set; }

    /// <summary>Every function's caches, those of sessions included.</summary>
    internal IEnumerable<FunctionCache> Caches => _caches.Values.Concat(_sessions.Keys.SelectMany(session => session.Caches));

    /// <summary>The cache of a function here, made when it is first needed.</summary>
    internal FunctionCache For(FunctionDefinition definition, Func<FunctionCache> make)
    {
        while (true)
        {
            var cache = _caches.GetOrAdd(definition.Name.Identity, _ => make());
            if (ReferenceEquals(cache.Definition, definition) || cache.TryAdopt(definition))
                return cache;
            var renewed = make();
            if (!_caches.TryUpdate(definition.Name.Identity, renewed, cache))
                continue;
            cache.Retire(EvictionReason.CodeChanged);
            return renewed;
        }
    }

    /// <summary>The cache of a function, if it was ever called here.</summary>
    internal FunctionCache? Find(FunctionDefinition definition) => _caches.GetValueOrDefault(definition.Name.Identity);

    /// <summary>Ends the caches of an assembly whose functions no newer code has taken over, so that it can be unloaded.</summary>
    internal void Retire(Assembly assembly)
    {
        foreach (var (identity, cache) in _caches)
        {
            if (cache.IsOf(assembly) && _caches.TryRemove(KeyValuePair.Create(identity, cache)))
                cache.Retire(EvictionReason.CodeChanged);
        }
    }

    internal void Open(SessionCaches session) => _sessions[session] = 0;

    internal void Close(SessionCaches session) => _sessions.TryRemove(session, out _);

    /// <summary>Remembers a resource until it is released, so that the end of the host finds those that are in their grace.</summary>
    internal HeldResource Track(HeldResource resource)
    {
        _unreleased[resource] = 0;
        _ = resource.Released.ContinueWith(
            (_, host) => ((CacheHost)host!)._unreleased.TryRemove(resource, out var _), this, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return resource;
    }

    internal void WarnTooLarge(FunctionName function, long size, long maxSize)
    {
        if (_warned.TryAdd(function.Identity, 0))
            Logger.TooLarge(function.Display, size, maxSize);
    }

    public void Dispose()
    {
        CacheHosts.Remove(this);
        foreach (var cache in Caches)
            cache.Retire(EvictionReason.Ended);
        foreach (var (resource, _) in _unreleased)
            resource.EndGrace();
    }
}
