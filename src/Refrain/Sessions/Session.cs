using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Failures;
using Refrain.Pages;
using Refrain.Recording;
using Refrain.Runs;
using Refrain.Widgets;
using Refrain.Wire;

namespace Refrain.Sessions;

/// <summary>One open page of one visitor: its widgets' values, its tree, its runs.</summary>
/// <remarks>One lock guards all of it. Nothing of the user's runs under it, and nothing is sent under it.</remarks>
internal sealed class Session
{
    private readonly SessionRuns _runs;

    internal Session(RefrainApp app, string id, Visitor visitor)
    {
        (App, Id, Visitor) = (app, id, visitor);
        Caches = new SessionCaches(app.Cache) { DrawingWithoutPage = () => new PagelessScope(app, this) };
        Tree = new PageTree();
        Widgets = new WidgetStore(() => Tree.NextId("w"), app.Cache.Resources, app.Options.Logger);
        Spinners = new Spinners(this);
        Outbox = new Outbox(this);
        _runs = new SessionRuns(this);
    }

    internal Lock Gate { get; } = new();

    internal RefrainApp App { get; }

    /// <summary>Unguessable; part of the addresses of rows and blobs.</summary>
    internal string Id { get; }

    internal Visitor Visitor { get; }

    /// <summary>Its entries of session-scoped functions.</summary>
    internal SessionCaches Caches { get; }

    internal PageTree Tree { get; }

    internal WidgetStore Widgets { get; }

    internal Spinners Spinners { get; }

    internal Outbox Outbox { get; }

    /// <summary>What the last save of the script has cost this session, for the page to say.</summary>
    internal IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>The table with this id that the page shows now.</summary>
    internal RowSource? FindSource(string id)
    {
        lock (Gate)
            return Tree.FindSource(id);
    }

    /// <summary>The blob with this hash that the page shows now.</summary>
    internal Blob? FindBlob(string hash)
    {
        lock (Gate)
            return Tree.FindBlob(hash);
    }

    /// <summary>Takes in one message of inputs. What cannot be is refused and logged, and the browser told the true value.</summary>
    internal void Accept(int seq, IReadOnlyList<Input> inputs)
    {
        lock (Gate)
        {
            var accepted = false;
            foreach (var input in inputs)
                accepted |= TryAccept(input);
            _runs.Mailbox.Seq = seq;
            if (accepted)
                _runs.Mailbox.Want(interrupts: true);
            else if (_runs.Mailbox.IsEmpty)
                Outbox.SetSeq(seq);
            _runs.Pump();
            Outbox.Flush();
        }
    }

    /// <summary>Asks for a run.</summary>
    internal void RequestRerun()
    {
        lock (Gate)
        {
            _runs.Mailbox.Want(interrupts: true);
            _runs.Pump();
        }
    }

    /// <summary>Asks for a run if none is going on, so that a page that comes back is not older than it must be.</summary>
    internal void RequestRunIfIdle()
    {
        lock (Gate)
        {
            if (!_runs.IsRunning)
                _runs.Mailbox.Want(interrupts: false);
            _runs.Pump();
        }
    }

    /// <summary>Ends the current run for the person who pressed Stop.</summary>
    internal void Stop()
    {
        lock (Gate)
        {
            _runs.Stop();
            Outbox.Flush();
        }
    }

    /// <summary>The script was replaced: its code is let go of, and a run of the new one asked for.</summary>
    /// <remarks>Turning values of the state may call equality that the script has written, under the lock: it has no page there to wait for.</remarks>
    internal void TakeNewScript(CodeReplacement? replacement)
    {
        lock (Gate)
        {
            _runs.Replace();
            Notices = Widgets.TakeNewCode(replacement);
            Outbox.OverlayChanged();
            Outbox.NoticesChanged();
            _runs.Mailbox.Want(interrupts: true);
            _runs.Pump();
            Outbox.Flush();
        }
    }

    internal void OverlayChanged()
    {
        lock (Gate)
        {
            Outbox.OverlayChanged();
            Outbox.Flush();
        }
    }

    /// <summary>Takes the values of another session's widgets, for a duplicated tab.</summary>
    internal void CopyValues(Session other)
    {
        lock (other.Gate)
            Widgets.CopyFrom(other.Widgets);
    }

    /// <summary>Ends it for good.</summary>
    internal void End()
    {
        IReadOnlyCollection<HeldResource> left;
        lock (Gate)
        {
            _runs.End();
            left = Widgets.StateHolds.End();
        }

        LetGo(left);
        Caches.Dispose();
    }

    /// <summary>A connection of its own begins to count messages from 1.</summary>
    internal void ForgetSeq()
    {
        _runs.Mailbox.Seq = 0;
        Outbox.SetSeq(0);
    }

    internal bool Begin(Run run)
    {
        IReadOnlyCollection<HeldResource> left;
        lock (Gate)
        {
            if (!_runs.Begin(run))
                return false;
            left = Widgets.ReviewState();
            Widgets.StateHolds.LendTo(run.Holder);
        }

        LetGo(left);
        return true;
    }

    internal void Finish(Run run, Exception? thrown)
    {
        var failure = thrown is not null && run.Doom == RunEnd.None ? Failure.Describe(thrown, App.Options, run) : null;
        IReadOnlyCollection<HeldResource> left;
        lock (Gate)
        {
            left = _runs.HasLease(run) ? Widgets.ReviewState() : [];
            _runs.Finish(run, failure);
            Outbox.Flush();
        }

        LetGo(left);
    }

    internal Action? TakeCallback(Run run)
    {
        lock (Gate)
            return _runs.TakeCallback(run);
    }

    internal void RoomIsFree()
    {
        lock (Gate)
            _runs.RoomIsFree();
    }

    /// <summary>Shows an exception of a callback.</summary>
    internal void ShowFailure(Run run, Exception thrown)
    {
        var failure = Failure.Describe(thrown, App.Options, run);
        lock (Gate)
        {
            if (run.Doom == RunEnd.None)
                PlaceFailure(failure);
        }
    }

    internal void PlaceFailure(Element failure)
    {
        Tree.Place(Tree.Main, Tree.Main.Fresh, hasChildren: false, default, new NodeContent(failure));
        Outbox.Touch();
    }

    internal void UseSidebar(Run run)
    {
        lock (Gate)
        {
            run.ThrowIfDoomed();
            Tree.UseSidebar();
        }
    }

    internal Node Place(Run run, PagePlace place, Element element, CallSite site, bool hasChildren)
    {
        run.ThrowIfDoomed();
        var content = new NodeContent(element);
        lock (Gate)
        {
            run.ThrowIfDoomed();
            run.LastSite = site;
            var node = Tree.Place(place.Node, place.Strand, hasChildren, site, content);
            Outbox.Touch();
            return node;
        }
    }

    internal T CallWidget<T>(Run run, PagePlace place, Widget<T> widget, CallSite site)
    {
        run.ThrowIfDoomed();
        var content = new NodeContent(widget.Element);
        lock (Gate)
        {
            run.ThrowIfDoomed();
            run.LastSite = site;
            var (state, value) = Widgets.Call(widget, page: "", place.Node.InSidebar, site);
            Tree.PlaceWidget(place.Node, place.Strand, state, content);
            Outbox.Touch();
            return value;
        }
    }

    /// <summary>Calls a widget for a flight. When the run that started it is over, or its place is gone, the value is only read.</summary>
    internal T CallWidget<T>(Run run, PagePlace? place, Widget<T> widget, bool inSidebar, CallSite site)
    {
        var content = new NodeContent(widget.Element);
        lock (Gate)
        {
            if (place is null || run.Doom != RunEnd.None || run.HasEnded)
                return Widgets.Look(widget, page: "", inSidebar, ahead: 0);
            run.LastSite = site;
            var (state, value) = Widgets.Call(widget, page: "", place.Node.InSidebar, site);
            Tree.PlaceWidget(place.Node, place.Strand, state, content);
            Outbox.Touch();
            return value;
        }
    }

    /// <summary>What stands for the value that a widget of a cached function would have if the function were called now.</summary>
    internal KeyDigest LookAt(FlightWidget widget, bool calledInSidebar)
    {
        lock (Gate)
            return widget.Look(Widgets, calledInSidebar);
    }

    internal void Replay(Run run, PagePlace place, RecordedPage recording)
    {
        lock (Gate)
        {
            run.ThrowIfDoomed();
            recording.PlaceIn(Tree, place);
            Outbox.Touch();
        }
    }

    /// <summary>Draws for a flight, which goes on when the run that started it is over; then nothing is done.</summary>
    internal TResult? TryDraw<TState, TResult>(Run run, TState state, Func<PageTree, TState, TResult> draw)
        where TResult : class
    {
        lock (Gate)
        {
            if (run.Doom != RunEnd.None || run.HasEnded)
                return null;
            var result = draw(Tree, state);
            Outbox.Touch();
            return result;
        }
    }

    /// <summary>Reads or writes the session's named values; a run that is over may do neither.</summary>
    internal TResult UseState<TResult>(Run? run, Func<StateStore, TResult> use)
    {
        run?.ThrowIfDoomed();
        lock (Gate)
        {
            run?.ThrowIfDoomed();
            return use(Widgets.State);
        }
    }

    internal IDisposable? ShowSpinner(Run run, FlightDescription flight)
    {
        lock (Gate)
        {
            if (run.Doom != RunEnd.None)
                return null;
            run.Computing = flight.Function.Display;
            return Spinners.Show(run, flight);
        }
    }

    internal void HideSpinner(Spinner spinner)
    {
        lock (Gate)
        {
            spinner.Run.Computing = null;
            Spinners.Remove(spinner);
        }
    }

    /// <remarks>Not under the lock: a release is the user's code.</remarks>
    private static void LetGo(IReadOnlyCollection<HeldResource> resources)
    {
        foreach (var resource in resources)
            resource.Unhold();
    }

    private bool TryAccept(Input input)
    {
        if (Widgets.Find(input.Id) is not { } widget)
            return Refuse(input, null, "the page has no such widget");
        if (widget.Disabled)
            return Refuse(input, widget, "it is disabled");
        if (input.Value is not { } value)
        {
            if (!widget.IsTrigger)
                return Refuse(input, widget, "it cannot be clicked");
            _runs.Mailbox.AddClick(widget);
            return true;
        }

        if (widget.IsTrigger)
            return Refuse(input, widget, "it has no value");
        try
        {
            widget.Binding?.Check(value);
        }
        catch (InputRefusedException refused)
        {
            return Refuse(input, widget, refused.Message);
        }

        _runs.Mailbox.Add(widget, value);
        return true;
    }

    private bool Refuse(Input input, WidgetState? widget, string why)
    {
        App.Options.Logger.LogWarning("Input for the widget {Widget} was refused: {Why}", widget?.Key ?? widget?.Kind ?? input.Id, why);
        if (widget is null)
            return false;
        widget.Revision++;
        Tree.Refresh(widget);
        return false;
    }
}
