using Microsoft.Extensions.Logging;
using Refrain.Caching.Functions;
using Refrain.Recording;
using Refrain.Runs;
using Refrain.Sessions;

namespace Refrain.Apps;

/// <summary>One mounted page: its script, its caches, its sessions.</summary>
internal sealed class RefrainApp : IAsyncDisposable
{
    /// <param name="options">How it behaves.</param>
    /// <param name="entry">The script; <see langword="null"/> while it has never compiled.</param>
    internal RefrainApp(AppOptions options, ScriptEntry? entry)
    {
        Options = options;
        Entry = entry;
        Cache = options.Cache ?? new CacheHost(OwnSettings(options));
        Cache.DrawingWithoutPage = () => new PagelessScope(this, session: null);
        Cache.Recordings = PageFormat.Instance;
        Sessions = new SessionHub(this);
    }

    internal AppOptions Options { get; }

    internal CacheHost Cache { get; }

    internal SessionHub Sessions { get; }

    /// <summary>The runs whose code goes on although their sessions have: as many as there are cores.</summary>
    internal AbandonedRuns Abandoned { get; } = new(Environment.ProcessorCount);

    /// <summary>The script that the next run calls.</summary>
    internal ScriptEntry? Entry { get; private set; }

    /// <summary>What lies over every page; <see langword="null"/> while the script compiles.</summary>
    internal Overlay? Overlay { get; private set; }

    /// <summary>Takes a newly compiled script: every session moves to it at its next run, which starts now.</summary>
    /// <param name="entry">What runs call from now on.</param>
    /// <param name="replacement">The code it replaces; <see langword="null"/> when that stays loaded, or there was none.</param>
    internal void Replace(ScriptEntry entry, CodeReplacement? replacement = null)
    {
        Entry = entry;
        Overlay = null;
        foreach (var session in Sessions.All)
            session.TakeNewScript(replacement);
    }

    /// <summary>Shows why the script does not compile; the old one stays.</summary>
    internal void Break(Overlay overlay)
    {
        Overlay = overlay;
        foreach (var session in Sessions.All)
            session.OverlayChanged();
    }

    /// <summary>Clears every cache of the app, for everyone; sessions keep their state.</summary>
    internal void ClearCaches()
    {
        var cache = new HostCache(Cache);
        Options.Logger.LogInformation("Somebody cleared the caches: {Count} entries.", cache.ClearData() + cache.ClearResources());
    }

    /// <summary>Ends every session.</summary>
    public async ValueTask DisposeAsync()
    {
        Sessions.Close();
        if (Options.Cache is null)
            await Cache.DisposeAsync().ConfigureAwait(false);
    }

    private static CacheHostSettings OwnSettings(AppOptions options)
    {
        var settings = new CacheHostSettings { Clock = options.Time, Logger = options.Logger, Culture = options.Culture };
        return options.CacheFolder is { } folder ? settings with { Folder = folder } : settings;
    }
}
