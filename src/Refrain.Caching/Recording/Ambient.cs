using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Recording;

/// <summary>What flows with the execution context: the cache host of the app, and the page if there is one.</summary>
/// <remarks>The handle that flows is emptied when the run it belongs to ends, so that a timer started in the run finds out.</remarks>
internal sealed class Ambient(CacheHost host, DrawingScope? drawing)
{
    private static readonly AsyncLocal<Ambient?> Flowing = new();
    private readonly SessionCaches? _session;
    private readonly ResourceHolder? _holder;

    internal static Ambient? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>The caches of the app.</summary>
    internal CacheHost Host { get; } = host;

    /// <summary>The run or flight that draws; <see langword="null"/> without a page, or once the run has ended.</summary>
    internal DrawingScope? Drawing { get; private set; } = drawing;

    /// <summary>The computation inside which this code runs, if it does.</summary>
    internal Flight? Flight { get; init; }

    /// <summary>The caches of the current session, from the page or from a scope opened by hand.</summary>
    internal SessionCaches? Session
    {
        get => _session ?? Drawing?.Session;
        init => _session = value;
    }

    /// <summary>What keeps resources received here from being released.</summary>
    internal ResourceHolder? Holder
    {
        get => _holder ?? Flight?.Holder ?? Drawing?.Holder;
        init => _holder = value;
    }

    /// <summary>Whether there was a page and its run is over.</summary>
    internal bool Ended { get; private set; }

    /// <summary>Empties the handle at the end of a run.</summary>
    internal void End()
    {
        Drawing = null;
        Ended = true;
    }
}
