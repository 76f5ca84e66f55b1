using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Recording;

/// <summary>What a cached call sees of the page around it. The app model implements it; a program without a page has none.</summary>
/// <remarks>
/// A scope is either a run of a page, or a flight: the computation of one cached function, in which drawing goes to a recording.
/// Scopes nest; the engine makes the scope of a flight current while the function's body runs, and puts the caller's back after it.
/// </remarks>
internal abstract class DrawingScope
{
    /// <summary>Opens the scope of a flight below this one. What is drawn in it is recorded, and shown live while the caller's run is live.</summary>
    /// <param name="flight">The function that is about to run, and its options.</param>
    internal abstract DrawingScope BeginFlight(FlightDescription flight);

    /// <summary>Ends the scope of a flight: gives what it drew, or <see langword="null"/> if it drew nothing. Never throws.</summary>
    /// <param name="failed">Whether the body threw; then what it drew is dropped.</param>
    internal abstract object? EndFlight(bool failed);

    /// <summary>Draws a recording again at the place of the current call; inside a flight it also becomes part of that flight's recording.</summary>
    internal abstract void Replay(object recording);

    /// <summary>Shows that a function is running and how far it is, until disposed. Inside a flight the outermost call shows it, so only how far it is goes there.</summary>
    internal abstract IDisposable? ShowSpinner(FlightDescription flight);

    /// <summary>Whether there is a page whose widgets can be read; a refresh has none.</summary>
    internal abstract bool HasWidgets { get; }

    /// <summary>What stands for the value that a widget would give on this page if it were called now: its own, or the default if it never was.
    /// Draws nothing, and does not count as a call.</summary>
    /// <param name="widget">What <see cref="WidgetRead.Widget"/> gave, from any page.</param>
    internal abstract KeyDigest ReadWidget(object widget);

    /// <summary>The caches of the session this runs for; <see langword="null"/> in a flight of app scope, where there is no one person.</summary>
    internal abstract SessionCaches? Session { get; }

    /// <summary>Cancelled when the caller should stop waiting: its run was replaced, stopped, or its session ended.</summary>
    internal abstract CancellationToken Interrupted { get; }

    /// <summary>Cancelled when the caller has left for good. A run that was replaced by a newer one of the same session has left only when that
    /// one has joined the flight, or ended.</summary>
    internal abstract CancellationToken Left { get; }

    /// <summary>Throws what ends an interrupted run; called when a cached call returns, never inside a flight.</summary>
    internal abstract void ThrowIfInterrupted();

    /// <summary>What keeps resources that were received here from being released.</summary>
    internal abstract ResourceHolder Holder { get; }
}

/// <summary>What a page may know of a computation.</summary>
/// <param name="Function">The function.</param>
/// <param name="SpinnerText">What to show while it runs; <see langword="null"/> to show nothing.</param>
/// <param name="ShowTime">Whether to show seconds beside it.</param>
/// <param name="AllowWidgets">Whether widgets may be called inside.</param>
/// <param name="SessionScoped">Whether the entry belongs to one session, so that its state may be read.</param>
/// <param name="Progress">Tells how far it is.</param>
/// <param name="Token">Cancelled when the last caller has left.</param>
/// <param name="Read">Told of each widget that is read inside, in order; <see langword="null"/> where none may be.</param>
internal sealed record FlightDescription(
    FunctionName Function,
    string? SpinnerText,
    bool ShowTime,
    bool AllowWidgets,
    bool SessionScoped,
    FlightProgress Progress,
    CancellationToken Token,
    Action<WidgetRead>? Read = null);
