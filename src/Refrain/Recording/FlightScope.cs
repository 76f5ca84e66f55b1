using System.Security.Claims;
using Refrain.Apps;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Pages;
using Refrain.Runs;
using Refrain.Sessions;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>The computation of a cached function, as the code in it sees it: what it draws is recorded, and shown on the page of the run
/// that started it for as long as that run is live.</summary>
internal sealed class FlightScope : PageScope
{
    private readonly FlightDescription _flight;
    private readonly Session? _session;
    private readonly Run? _run;
    private readonly FlightScope? _outer;
    private readonly FlightContainer? _placeOfCall;
    private readonly Lock _countGate = new();
    private readonly Dictionary<WidgetIdentity, int> _widgetCalls = [];
    private readonly RecordedStrand? _placeInOuter;
    private readonly RecordedStrand? _sidebarInOuter;
    private readonly PagePlace? _live;
    private readonly RecordedPage _page = new();
    private readonly FlightContainer _root;
    private readonly FlightServices _services;
    private volatile bool _hasEnded;
    private PagePlace? _liveSidebar;
    private FlightContainer? _sidebar;

    /// <param name="app">The app.</param>
    /// <param name="flight">The function.</param>
    /// <param name="session">The session that asked first; <see langword="null"/> where none did.</param>
    /// <param name="run">The run that started it; <see langword="null"/> for a refresh.</param>
    /// <param name="live">The place held open on the page of the run that started it; <see langword="null"/> for a refresh, and when that run is over.</param>
    /// <param name="outer">The flight it runs in, with the container it was called in.</param>
    internal FlightScope(RefrainApp app, FlightDescription flight, Session? session, Run? run, PagePlace? live, (FlightScope Scope, FlightContainer At)? outer)
    {
        (App, _flight, _session, _run, _live) = (app, flight, session, run, live);
        if (outer is { } around)
        {
            (_outer, _placeOfCall) = around;
            _placeInOuter = around.At.Recorded.HoldPlace();
            _sidebarInOuter = around.Scope._page.Sidebar.HoldPlace();
        }

        _services = new FlightServices(app, Function);
        _root = new FlightContainer(this, "page", default, _page.Here, inSidebar: false, live);
    }

    internal string Function => _flight.Function.Display;

    internal override RefrainApp App { get; }

    internal override Container Root => _root;

    internal override Container Sidebar => _sidebar ??= new FlightContainer(this, "sidebar", default, _page.Sidebar, inSidebar: true, LiveSidebar());

    /// <remarks>Never those of the run: they end with it, and others may be waiting for the value.</remarks>
    internal override IServiceProvider Services => _services.Provider;

    internal override ClaimsPrincipal User => PersonIn("Ui.User").Visitor.User;

    internal override SessionState State
    {
        get
        {
            PersonIn("Ui.State");
            return SessionState.Instance;
        }
    }

    /// <remarks>Not bound to the run: its interruption is never thrown inside a flight.</remarks>
    internal override TResult UseState<TResult>(Func<StateStore, TResult> use) => PersonIn("Ui.State").UseState(run: null, use);

    internal override CancellationToken Cancellation => _flight.Token;

    internal override SessionCaches? Session => _flight.SessionScoped ? _session?.Caches : null;

    internal override bool HasWidgets => _run is not null;

    internal override KeyDigest ReadWidget(object widget)
    {
        var at = (FlightContainer)Place;
        return _run!.Session.LookAt((FlightWidget)widget, at.InSidebar || at.Live?.Node.InSidebar == true);
    }

    internal override CancellationToken Interrupted => _flight.Token;

    internal override CancellationToken Left => _flight.Token;

    internal override ResourceHolder Holder { get; } = new();

    private protected override bool HasEnded => _hasEnded;

    internal override void Checkpoint() => _flight.Token.ThrowIfCancellationRequested();

    /// <summary>Never inside a flight: others may be waiting for its value.</summary>
    internal override void ThrowIfInterrupted()
    {
    }

    internal override void Stop() => throw PageErrors.EndsRunInside(Function, "Ui.Stop()");

    internal override void Rerun() => throw PageErrors.EndsRunInside(Function, "Ui.Rerun()");

    internal override IDisposable? ShowSpinner(FlightDescription flight) => flight.Progress.Listen(_flight.Progress.Report);

    internal override DrawingScope BeginFlight(FlightDescription flight)
    {
        var at = (FlightContainer)Place;
        return new FlightScope(App, flight, _session, _run, at.TryHoldPlace(), (this, at));
    }

    internal override object? EndFlight(bool failed)
    {
        _hasEnded = true;
        if (failed)
        {
            Withdraw(_live);
            Withdraw(_liveSidebar);
            return null;
        }

        if (_page.IsEmpty)
            return null;
        if (_outer is { _hasEnded: false })
        {
            _placeInOuter!.AddAll(_page.Here);
            _sidebarInOuter!.AddAll(_page.Sidebar);
        }

        return _page;
    }

    internal override void Replay(object recording)
    {
        var page = ((RecordedPage)recording).ToTakeIn();
        var at = (FlightContainer)Place;
        foreach (var read in page.Reads)
        {
            EnsureWidgets(read.Widget.Kind, read.Widget.Site);
            Note(read with { InSidebar = read.InSidebar || at.InSidebar });
        }

        at.Recorded.AddAll(page.Here);
        _page.Sidebar.AddAll(page.Sidebar);
        if (at.Live is { } live)
            live.Run.Session.TryDraw(live.Run, (page, live), static (tree, state) =>
            {
                state.page.PlaceIn(tree, state.live);
                return state.page;
            });
    }

    /// <summary>Refuses a widget here, unless this function and all around it allow them and run for a page; gives the run whose page that is.</summary>
    internal Run EnsureWidgets(string widget, CallSite site)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (!scope._flight.AllowWidgets)
                throw PageErrors.WidgetInside(scope.Function, widget, site);
        }

        return _run ?? throw PageErrors.WidgetInRefresh(Function, widget, site);
    }

    /// <summary>Notes that a widget was called, here and in the functions around.</summary>
    internal void Note(RecordedRead read)
    {
        var identity = read.Widget.Identity(read.InSidebar);
        lock (_countGate)
        {
            _page.Add(read);
            var before = _widgetCalls.GetValueOrDefault(identity);
            var beforeAnywhere = before + _widgetCalls.GetValueOrDefault(read.Widget.Identity(!read.InSidebar));
            _widgetCalls[identity] = before + 1;
            _flight.Read!(new(new FlightWidget(read.Widget, identity, read.InSidebar, before, beforeAnywhere), read.Value, read.Brief));
        }

        _outer?.Note(read with { InSidebar = read.InSidebar || _placeOfCall!.InSidebar });
    }

    /// <summary>The session, where it may be asked about its person.</summary>
    private Session PersonIn(string member) =>
        _flight.SessionScoped && _session is { } session ? session : throw PageErrors.PersonInside(Function, member);

    private PagePlace? LiveSidebar() => _liveSidebar ??= _live is null
        ? null
        : _live.Run.Session.TryDraw(_live.Run, _live.Run, static (tree, run) =>
        {
            tree.UseSidebar();
            tree.Sidebar.Open(tree.Run);
            return new PagePlace(run, tree.Sidebar, tree.Sidebar.Fresh.HoldPlace());
        });

    private static void Withdraw(PagePlace? place) =>
        place?.Run.Session.TryDraw(place.Run, place, static (tree, place) =>
        {
            tree.Withdraw(place.Node, place.Strand);
            return place;
        });
}
