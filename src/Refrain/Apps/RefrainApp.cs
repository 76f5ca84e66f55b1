using Refrain.Caching.Functions;
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
        Cache = options.Cache ?? new CacheHost();
        Sessions = new SessionHub(this);
    }

    internal AppOptions Options { get; }

    internal CacheHost Cache { get; }

    internal SessionHub Sessions { get; }

    /// <summary>The script that the next run calls.</summary>
    internal ScriptEntry? Entry { get; private set; }

    /// <summary>What lies over every page; <see langword="null"/> while the script compiles.</summary>
    internal Overlay? Overlay { get; private set; }

    /// <summary>Takes a newly compiled script: every session moves to it at its next run, which starts now.</summary>
    internal void Replace(ScriptEntry entry)
    {
        Entry = entry;
        Overlay = null;
    }

    /// <summary>Shows why the script does not compile; the old one stays.</summary>
    internal void Break(Overlay overlay) => Overlay = overlay;

    /// <summary>Ends every session.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
