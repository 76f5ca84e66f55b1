using System.Runtime.CompilerServices;
using Refrain.Caching.Keys;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>Leads a call of a function to its cache in the current host.</summary>
internal sealed class FunctionHandle<TArgs, T>
    where TArgs : struct, ISlot<TArgs>
{
    private readonly CachedCode<TArgs, T> _code;
    private FunctionCache<TArgs, T>? _last;

    internal FunctionHandle(CachedCode<TArgs, T> code)
    {
        _code = code;
        code.Definition.Code = code;
        code.Definition.MakeCache = Make;

        // Last: a save of the script may look for the function right now, and must not find one whose cache cannot be made yet.
        if (!code.Definition.IsDoor)
            FunctionRegistry.Add(code.Definition);
    }

    internal FunctionCache<TArgs, T> Cache
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TryFind(out var host) ?? Resolve(host);
    }

    /// <summary>The cache, if the last call was in the same host and not in a session; throws nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FunctionCache<TArgs, T>? TryFind(out CacheHost host)
    {
        host = CacheHosts.Current;
        return _last is { } last && ReferenceEquals(last.Host, host) ? last : null;
    }

    private FunctionCache<TArgs, T> Resolve(CacheHost host)
    {
        if (_code.Definition.Options.Scope == CacheScope.Session)
            return (FunctionCache<TArgs, T>)Session().For(_code.Definition, () => Make(host));
        var cache = (FunctionCache<TArgs, T>)host.For(_code.Definition, () => Make(host));
        _last = cache;
        return cache;
    }

    private SessionCaches Session() => Ambient.Current?.Session ?? throw new CacheException("RFN0111", NoSession(Ambient.Current?.Flight))
    {
        Function = _code.Definition.Name.Display,
    };

    private string NoSession(Flight? around) => $"The cached function '{_code.Definition.Name.Display}' has Scope = CacheScope.Session, but " + (around is null
        ? "was called outside of a session. Call it from a page, or inside `using (Cache.Scope())`."
        : $"was called inside {around}, whose value is shared by everyone: one person's data must never be served to all. " +
          "Call it outside and pass its value as an argument, or give both Scope = CacheScope.Session.");

    private FunctionCache Make(CacheHost host) => (TArgs.IsExact, _code.Definition.Options.AllowWidgets) switch
    {
        (true, false) => new KeyedFunctionCache<TArgs, ExactKey<TArgs>, ExactKeys<TArgs>, T>(host, _code),
        (false, false) => new KeyedFunctionCache<TArgs, KeyDigest, DigestKeys<TArgs>, T>(host, _code),
        (true, true) => WithWidgets<ExactKey<TArgs>, ExactKeys<TArgs>>(host),
        (false, true) => WithWidgets<KeyDigest, DigestKeys<TArgs>>(host),
    };

    private KeyedFunctionCache<TArgs, WidgetKey<TKey>, WidgetKeys<TArgs, TKey, TMaker>, T> WithWidgets<TKey, TMaker>(CacheHost host)
        where TKey : notnull, IEquatable<TKey>
        where TMaker : struct, IKeyMaker<TArgs, TKey> => new(host, _code, new(new()));
}
