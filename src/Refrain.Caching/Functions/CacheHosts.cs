using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <summary>Knows which hosts live, so that a call in a process with one of them need not ask the execution context.</summary>
internal static class CacheHosts
{
    private static readonly Lock Gate = new();
    private static readonly List<CacheHost> Live = [];

    /// <summary>The metrics of every host of the process.</summary>
    internal static readonly CacheMeter Meter = new(static () => All);

    private static volatile CacheHost? s_only;
    private static CacheHost? s_process;

    /// <summary>The host of the current call: the app's, or the process's where there is no app.</summary>
    internal static CacheHost Current => s_only ?? Ambient.Current?.Host ?? Process;

    /// <summary>The host of code that belongs to no app.</summary>
    internal static CacheHost Process
    {
        get
        {
            lock (Gate)
                return s_process ?? (Live.Count == 1 ? Live[0] : s_process = new CacheHost(new CacheHostSettings()));
        }
    }

    private static IReadOnlyList<CacheHost> All
    {
        get
        {
            lock (Gate)
                return [.. Live];
        }
    }

    internal static void Add(CacheHost host)
    {
        lock (Gate)
        {
            Live.Add(host);
            s_only = Live.Count == 1 ? host : null;
        }
    }

    internal static void Remove(CacheHost host)
    {
        lock (Gate)
        {
            Live.Remove(host);
            if (ReferenceEquals(s_process, host))
                s_process = null;
            s_only = Live.Count == 1 ? Live[0] : null;
        }
    }

    /// <summary>Replaces the host of the process by one with other settings.</summary>
    internal static void Configure(Func<CacheHost> make)
    {
        CacheHost? old;
        lock (Gate)
        {
            old = s_process;
            s_process = null;
            s_process = make();
        }

        old?.Dispose();
    }
}
