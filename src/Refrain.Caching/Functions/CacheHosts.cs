using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <summary>Knows which hosts live, so that a call in a process with one of them need not ask the execution context.</summary>
internal static class CacheHosts
{
    /// <summary>How long the end of the process waits for releases.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Lock Gate = new();
    private static readonly List<CacheHost> Live = [];

    /// <summary>The metrics of every host of the process.</summary>
    internal static readonly CacheMeter Meter = new(static () => All);

    /// <summary>Those of programs' services, oldest first.</summary>
    private static readonly List<CacheHost> OfServices = [];

    private static volatile CacheHost? _only;
    private static CacheHost? _process;
    private static bool _endsWithProcess;

    /// <summary>The host of the current call: the app's, or the process's where there is no app.</summary>
    internal static CacheHost Current => _only ?? Ambient.Current?.Host ?? Process;

    /// <summary>The host of code that belongs to no page and no request: that of the program's services, else one of the process's own.</summary>
    private static CacheHost Process
    {
        get
        {
            lock (Gate)
            {
                return OfServices.Count > 0 ? OfServices[0]
                    : _process ?? (Live.Count == 1 ? Live[0] : _process = new CacheHost(new CacheHostSettings()));
            }
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
            _only = Live.Count == 1 ? host : null;
            if (_endsWithProcess)
                return;
            _endsWithProcess = true;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();
        }
    }

    internal static void Remove(CacheHost host)
    {
        lock (Gate)
        {
            Live.Remove(host);
            OfServices.Remove(host);
            if (ReferenceEquals(_process, host))
                _process = null;
            _only = Live.Count == 1 ? Live[0] : null;
        }
    }

    /// <summary>Makes the host of a program's services. It takes the place of the process's own: functions that were called before the services were
    /// there start anew.</summary>
    internal static CacheHost Open(CacheHostSettings settings)
    {
        CacheHost? before;
        CacheHost host;
        lock (Gate)
        {
            (before, _process) = (_process, null);
            host = new CacheHost(settings);
            OfServices.Add(host);
        }

        before?.Dispose();
        return host;
    }

    /// <summary>Replaces the host of the process by one with other settings.</summary>
    /// <exception cref="CacheException">The program's services have one.</exception>
    internal static void Configure(CacheHostSettings settings)
    {
        CacheHost? before;
        lock (Gate)
        {
            if (OfServices.Count > 0)
            {
                throw new CacheException("RFN0190",
                    "Cache.Configure is for programs without services, but this one has caches among its services. " +
                    "Set their options there: builder.Services.AddRefrainCaching(o => …).");
            }

            before = _process;
            _process = new CacheHost(settings);
        }

        before?.Dispose();
    }

    /// <summary>Releases what is still cached when the process ends as it should.</summary>
    private static void EndAll()
    {
        CacheHost[] live;
        lock (Gate)
            live = [.. Live];
        Task.WaitAll([.. live.Select(host => Task.Run(() => host.DisposeAsync().AsTask()))], Patience);
    }
}
