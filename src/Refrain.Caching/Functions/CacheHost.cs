using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Functions;

/// <summary>The caches of one app, or of the process in a console program.</summary>
internal sealed class CacheHost : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FunctionCache> _caches = new();
    private readonly ConcurrentDictionary<SessionCaches, byte> _sessions = new();
    private readonly ConcurrentDictionary<HeldResource, byte> _unreleased = new();
    private readonly ConcurrentDictionary<string, byte> _warned = new();
    private readonly ConcurrentDictionary<string, FunctionTotals> _past = new();
    private readonly ConcurrentDictionary<string, byte> _warnedOfGrace = new();
    private readonly ConcurrentDictionary<string, byte> _warnedOfStorage = new();
    private readonly BudgetKeeper _keeper;
    private readonly Lazy<IEntryStorage?> _storage;
    private volatile bool _ended;

    internal CacheHost(CacheHostSettings settings)
    {
        Settings = settings;
        Budget = new(settings.Budget);
        _keeper = new(this, Budget);
        _storage = new(() => settings.Storage ?? DiskStorage.TryOpen(settings.Folder, settings.Clock, settings.Logger));
        CacheHosts.Add(this);
    }

    internal CacheHostSettings Settings { get; }

    internal TimeProvider Clock => Settings.Clock;

    internal ILogger Logger => Settings.Logger;

    /// <summary>Which objects are resources of this host.</summary>
    internal ResourceTable Resources { get; } = new();

    /// <summary>Makes what records the drawing of a refresh, which has no page; <see langword="null"/> without an app model.</summary>
    internal Func<DrawingScope>? DrawingWithoutPage { get; set; }

    /// <summary>How recordings are stored; <see langword="null"/> without an app model.</summary>
    internal RecordingFormat? Recordings { get; set; }

    /// <summary>How much memory data may take.</summary>
    internal Budget Budget { get; }

    /// <summary>Where entries are kept beside memory, once a function asks for it; <see langword="null"/> when there is nowhere.</summary>
    internal IEntryStorage? Storage => _storage.Value;

    /// <summary>The same, if something may be there.</summary>
    internal IEntryStorage? ExistingStorage =>
        _storage.IsValueCreated || Settings.Storage is not null || Directory.Exists(Settings.Folder) ? Storage : null;

    /// <summary>Told of each step of computations and clears, so that tests can bring them into any order.</summary>
    internal Action<Step>? Steps { get; set; }

    /// <summary>Every function's caches, those of sessions included.</summary>
    internal IEnumerable<FunctionCache> Caches => _caches.Values.Concat(_sessions.Keys.SelectMany(session => session.Caches));

    /// <summary>The cache of a function here, made when it is first needed.</summary>
    internal FunctionCache For(FunctionDefinition definition, Func<FunctionCache> make)
    {
        var cache = Newest(definition, make);

        // A host that ended meanwhile must not keep what is computed now: the cache is retired, so the value is only handed through.
        if (_ended)
            cache.Retire(EvictionReason.Ended);
        return cache;
    }

    /// <summary>The cache of a function, if it was ever called here.</summary>
    internal FunctionCache? Find(FunctionDefinition definition) => _caches.GetValueOrDefault(definition.Name.Identity);

    /// <summary>Ends the caches of code that was replaced and will not run again, so that it can be unloaded. A function that the newer code has too
    /// goes on with what can be kept, though nobody has called it yet.</summary>
    /// <remarks>A lambda is known only by its call: while the newer code has it, its cache waits, and keeps the code it was called in.</remarks>
    internal void Retire(CodeReplacement replacement)
    {
        Retire(_caches, replacement, For);
        foreach (var session in _sessions.Keys)
            session.Retire(replacement);
    }

    /// <summary>The same for some of its caches.</summary>
    /// <param name="caches">Where they are found.</param>
    /// <param name="replacement">What was replaced.</param>
    /// <param name="find">Finds the cache of a newer function among them.</param>
    internal void Retire(
        ConcurrentDictionary<string, FunctionCache> caches, CodeReplacement replacement, Func<FunctionDefinition, Func<FunctionCache>, FunctionCache> find)
    {
        foreach (var (identity, cache) in caches)
        {
            if (!replacement.Concerns(cache.Definition))
                continue;
            if (cache.Definition.IsDoor ? replacement.StillHas(cache.Definition) : TryGoOn(cache, replacement, find))
                continue;
            if (!caches.TryRemove(KeyValuePair.Create(identity, cache)))
                continue;
            cache.Retire(EvictionReason.CodeChanged);
            Forget(identity);
        }
    }

    /// <summary>Ends the cache of a function whose code, types or options changed, and lets a new one go on with what can be kept.</summary>
    /// <param name="caches">Where the function's cache is found.</param>
    /// <param name="older">The cache that is there.</param>
    /// <param name="make">Makes the new one.</param>
    /// <returns>The new one; <see langword="null"/> when another call was quicker.</returns>
    internal FunctionCache? Replace(ConcurrentDictionary<string, FunctionCache> caches, FunctionCache older, Func<FunctionCache> make)
    {
        FunctionCache newer;
        string? changed;
        lock (older.Succession)
        {
            var name = older.Definition.Name.Identity;
            if (!ReferenceEquals(caches.GetValueOrDefault(name), older))
                return null;
            newer = make();
            if (!newer.TrySucceed(older, () => caches.TryUpdate(name, newer, older), out changed))
                return null;
        }

        if (changed is not null)
            Logger.TypeChanged(newer.Definition.Name.Display, changed);
        End(older, EvictionReason.CodeChanged, changed is null ? older.ChangeTo(newer.Definition) : $"type `{changed}` changed");
        newer.Follow(older);
        return newer;
    }

    /// <summary>Ends a cache; what it counted stays.</summary>
    internal void End(FunctionCache cache, EvictionReason reason, string? why = null)
    {
        cache.Retire(reason, why);
        _past.AddOrUpdate(cache.Definition.Name.Identity, _ => cache.Totals, (_, past) => past + cache.Totals);
    }

    internal void MakeRoomFor(Place newest) => _keeper.MakeRoomFor(newest);

    internal IReadOnlyList<FunctionReport> Inspect() => Reports.Of(Caches, identity => _past.GetValueOrDefault(identity) ?? FunctionTotals.None);

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

    internal void At(Step step) => Steps?.Invoke(step);

    internal void WarnTooLarge(FunctionName function, long size, long maxSize)
    {
        if (_warned.TryAdd(function.Identity, 0))
            Logger.TooLarge(function.Display, size, maxSize);
    }

    /// <summary>Says once for each function that its values are not stored.</summary>
    internal void WarnOfStorage(FunctionName function, StorageException why)
    {
        if (_warnedOfStorage.TryAdd(function.Identity, 0))
            Logger.NotStored(why, function.Display);
    }

    /// <summary>Says once for each function that callers hold nothing; not at the end, when there is no more grace.</summary>
    internal void WarnOfGrace(FunctionName function)
    {
        if (!_ended && _warnedOfGrace.TryAdd(function.Identity, 0))
            Logger.ReleasedAfterGrace(function.Display, Settings.ReleaseGrace);
    }

    /// <summary>Ends the host: releases begin, those of resources that are held when their holders end.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, true))
            return;
        CacheHosts.Remove(this);
        foreach (var name in Settings.Overrides.Unused)
            Logger.UnusedOverride(name);
        foreach (var cache in Caches)
            cache.Retire(EvictionReason.Ended);
        foreach (var (resource, _) in _unreleased)
            resource.EndGrace();
        if (_storage.IsValueCreated)
            _storage.Value?.Dispose();
    }

    /// <summary>The same, complete when the releases that began have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Task.WhenAll(_unreleased.Keys.Where(resource => resource.IsReleasing).Select(resource => resource.Released)).ConfigureAwait(false);
    }

    private bool TryGoOn(FunctionCache cache, CodeReplacement replacement, Func<FunctionDefinition, Func<FunctionCache>, FunctionCache> find)
    {
        try
        {
            if (replacement.NewerOf(cache.Definition) is not { } newer || newer.Options.Scope != cache.Options.Scope)
                return false;
            find(newer, () => newer.MakeCache!(this));
            return true;
        }
        catch (CacheException)
        {
            return false; // its options are wrong now, which its next call will say
        }
    }

    /// <summary>No code knows this function any more: what is remembered of it goes too.</summary>
    private void Forget(string identity)
    {
        _past.TryRemove(identity, out _);
        foreach (var warned in (ReadOnlySpan<ConcurrentDictionary<string, byte>>)[_warned, _warnedOfGrace, _warnedOfStorage])
            warned.TryRemove(identity, out _);
    }

    private FunctionCache Newest(FunctionDefinition definition, Func<FunctionCache> make)
    {
        while (true)
        {
            var cache = _caches.GetOrAdd(definition.Name.Identity, _ => make());
            if (ReferenceEquals(cache.Definition, definition) || cache.TryAdopt(definition))
                return cache;
            if (Replace(_caches, cache, make) is { } renewed)
                return renewed;
        }
    }
}
