using System.Security.Claims;
using Refrain.Apps;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Pages;
using Refrain.Recording;
using Refrain.Widgets;

namespace Refrain.Runs;

/// <summary>A run as the code in it sees it.</summary>
internal sealed class RunScope(Run run) : PageScope
{
    private RunContainer? _main;
    private RunContainer? _sidebar;

    internal Run Run { get; } = run;

    internal override RefrainApp App => Run.Session.App;

    internal override Container Root => _main ??= At(Run.Session.Tree.Main);

    internal override Container Sidebar
    {
        get
        {
            Run.Session.UseSidebar(Run);
            return _sidebar ??= At(Run.Session.Tree.Sidebar);
        }
    }

    internal override IServiceProvider Services => Run.Services;

    internal override ClaimsPrincipal User => Run.Session.Visitor.User;

    internal override SessionState State => SessionState.Instance;

    internal override TResult UseState<TResult>(Func<StateStore, TResult> use) => Run.Session.UseState(Run, use);

    internal override CancellationToken Cancellation => Run.Interrupted;

    internal override SessionCaches? Session => Run.Session.Caches;

    internal override bool HasWidgets => true;

    internal override KeyDigest ReadWidget(object widget) => Run.Session.LookAt((FlightWidget)widget, ((RunContainer)Place).InSidebar);

    internal override CancellationToken Interrupted => Run.Interrupted;

    internal override CancellationToken Left => Run.Left;

    internal override ResourceHolder Holder => Run.Holder;

    private protected override bool HasEnded => Run.HasEnded;

    internal override void Checkpoint() => Run.ThrowIfDoomed();

    internal override void ThrowIfInterrupted() => Run.ThrowIfDoomed();

    internal override void Stop()
    {
        Run.ThrowIfDoomed();
        Run.DoomFor(RunEnd.Stopped);
        Run.ThrowIfDoomed();
    }

    internal override void Rerun()
    {
        Run.ThrowIfDoomed();
        if (Run.InCallback)
        {
            Run.RerunAfterCallbacks = true;
            throw new CallbackEndedException();
        }

        Run.DoomFor(RunEnd.Rerun);
        Run.ThrowIfDoomed();
    }

    internal override DrawingScope BeginFlight(FlightDescription flight)
    {
        // Nothing here may throw: the flight has begun, and others may have joined it.
        return new FlightScope(App, flight, Run.Session, Run, ((RunContainer)Place).TryHoldPlace(), outer: null);
    }

    internal override object? EndFlight(bool failed) => throw new InvalidOperationException("A run is no flight.");

    internal override void Replay(object recording) => ((RunContainer)Place).Replay((RecordedPage)recording);

    internal override IDisposable? ShowSpinner(FlightDescription flight) => Run.Session.ShowSpinner(Run, flight);

    private RunContainer At(ContainerNode node) => new(this, new PagePlace(Run, node, node.Fresh), default);
}
