using Refrain.Apps;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Sessions;

namespace Refrain.Recording;

/// <summary>What a refresh behind the scenes runs in: there is no page, and what it draws is only recorded.</summary>
/// <param name="app">The app.</param>
/// <param name="session">The session that was given the stale value, where one was: a session-scoped function goes on as its.</param>
internal sealed class PagelessScope(RefrainApp app, Session? session) : DrawingScope
{
    internal override SessionCaches? Session => null;

    internal override bool HasWidgets => false;

    internal override KeyDigest ReadWidget(object widget) => throw new InvalidOperationException("There is no page.");

    internal override CancellationToken Interrupted => default;

    internal override CancellationToken Left => default;

    internal override ResourceHolder Holder { get; } = new();

    internal override DrawingScope BeginFlight(FlightDescription flight) => new FlightScope(app, flight, session, run: null, live: null, outer: null);

    internal override object? EndFlight(bool failed) => throw new InvalidOperationException("This is no flight.");

    internal override void Replay(object recording)
    {
    }

    internal override IDisposable? ShowSpinner(FlightDescription flight) => null;

    internal override void ThrowIfInterrupted()
    {
    }
}
