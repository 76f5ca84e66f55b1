using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Pages;
using Refrain.Runs;
using Refrain.Widgets;
using Refrain.Wire;

namespace Refrain.Sessions;

/// <summary>Which run of a session holds its lease, and what the next one will take in. Used under the session's lock.</summary>
/// <remarks>
/// Note [Serial equivalence]: values are installed only in <see cref="Begin"/>, all that were accepted until then, in a batch; between that and
/// the end of the lease nothing else is. So what a run reads is always the state after some prefix of what was accepted.
/// </remarks>
internal sealed class SessionRuns(Session session)
{
    /// <summary>A run that does not come back is named on the page after this long.</summary>
    private static readonly TimeSpan WaitBeforeNaming = TimeSpan.FromMilliseconds(500);

    /// <summary>A run that was left executing is told to whoever watches the server after this long.</summary>
    private static readonly TimeSpan WaitBeforeTelling = TimeSpan.FromSeconds(5);

    private readonly Mailbox _mailbox = new();
    private readonly List<WidgetState> _callbacks = [];
    private readonly List<Run> _departing = [];
    private Run? _current;
    private Run? _abandoned;
    private ITimer? _naming;
    private ITimer? _telling;
    private int _number;
    private bool _waitsForRoom;
    private bool _ended;

    internal Mailbox Mailbox => _mailbox;

    internal bool IsRunning => _current is not null;

    private RefrainApp App => session.App;

    /// <summary>Whether what this run left behind is the state of the session now.</summary>
    internal bool HasLease(Run run) => run == _current;

    /// <summary>Starts a run if one is wanted and the lease is free, or can be freed.</summary>
    internal void Pump()
    {
        if (_ended || App.Entry is null)
            return;
        if (_current is { } run)
        {
            if (!run.HasBegun || (run.Doom == RunEnd.None && !_mailbox.Interrupts))
                return;
            run.DoomFor(RunEnd.Replaced);
            if (!TryAbandon(run))
                return;
        }

        if (!_mailbox.IsWanted && !session.Widgets.All.Any(widget => widget.OwedClicks > 0))
            return;
        _mailbox.Want(interrupts: false);
        _current = new Run(session, ++_number);
        session.Outbox.SetRun(_number, RunState.Running);
        _current.Start();
    }

    /// <summary>The run begins to execute: it takes in the batch. Says whether it may.</summary>
    internal bool Begin(Run run)
    {
        if (run != _current || run.Doom != RunEnd.None)
            return false;
        run.HasBegun = true;
        session.Widgets.BeginRun(run.Number);
        session.Tree.BeginRun(run.Number);
        session.Outbox.SetSeq(_mailbox.Seq);
        var (values, clicks) = _mailbox.Take();
        foreach (var widget in session.Widgets.All)
            widget.Disarm();
        foreach (var (widget, value) in values.Where(input => session.Widgets.Contains(input.Key)))
        {
            if (widget.Install(value) && widget.OnChange is not null && !_callbacks.Contains(widget))
                _callbacks.Add(widget);
            session.Tree.Refresh(widget);
        }

        foreach (var (widget, count) in clicks)
            widget.OwedClicks += count;
        foreach (var widget in session.Widgets.All)
        {
            if (widget.TryArm() && widget.OnChange is not null && !_callbacks.Contains(widget))
                _callbacks.Add(widget);
        }

        _callbacks.Sort(static (one, other) => one.CompletedOrder.CompareTo(other.CompletedOrder));
        return true;
    }

    /// <summary>The next callback of what changed, in the order in which the last completed run called the widgets.</summary>
    internal Action? TakeCallback(Run run)
    {
        while (run.Doom == RunEnd.None && _callbacks.Count > 0)
        {
            var widget = _callbacks[0];
            _callbacks.RemoveAt(0);
            if (!session.Widgets.Contains(widget) || widget.OnChange is not { } callback)
                continue;
            widget.CallbackDone = widget.IsTrigger;
            return callback;
        }

        return null;
    }

    /// <summary>The run's code has come back.</summary>
    internal void Finish(Run run, Element? failure)
    {
        if (run == _abandoned)
        {
            _abandoned = null;
            _telling!.Dispose();
            App.Abandoned.Release();
        }
        else if (run == _current)
        {
            var end = run.Doom == RunEnd.None && failure is not null ? RunEnd.Failed : run.Doom;
            if (end == RunEnd.Failed)
                session.PlaceFailure(failure!);
            EndLease(run, end);
        }

        Pump();
    }

    /// <summary>Ends the current run for the person who pressed Stop.</summary>
    internal void Stop()
    {
        _mailbox.Calm();
        foreach (var widget in session.Widgets.All)
            widget.OwedClicks = 0;
        if (_current is not { } run)
            return;
        run.DoomFor(RunEnd.Stopped);
        TryAbandon(run);
    }

    /// <summary>What the current run executes was replaced: from now on it writes nothing.</summary>
    internal void Replace()
    {
        if (_current is { HasBegun: true } run)
            run.DoomFor(RunEnd.Replaced);
    }

    /// <summary>One more abandoned run may be left executing.</summary>
    internal void RoomIsFree()
    {
        _waitsForRoom = false;
        Pump();
    }

    /// <summary>Ends every run for good.</summary>
    internal void End()
    {
        _ended = true;
        _current?.DoomFor(RunEnd.SessionEnded);
        _abandoned?.DoomFor(RunEnd.SessionEnded);
        LeaveAll();
        StopNaming();
    }

    /// <summary>Takes the lease from a doomed run without waiting for its code to come back, if there is room for one more such run.</summary>
    private bool TryAbandon(Run run)
    {
        if (run.HasBegun)
        {
            if (_abandoned is not null || !TakeRoom())
            {
                NameWhatHangs(run);
                return false;
            }

            _abandoned = run;
            _telling = After(WaitBeforeTelling, () => Tell(run));
        }

        EndLease(run, run.Doom);
        return true;
    }

    private bool TakeRoom()
    {
        if (_waitsForRoom)
            return false;
        _waitsForRoom = !App.Abandoned.TryTake(session.RoomIsFree);
        return !_waitsForRoom;
    }

    /// <summary>The table "End of a run".</summary>
    private void EndLease(Run run, RunEnd end)
    {
        _current = null;
        StopNaming();
        session.Spinners.RemoveAll(run);
        switch (end)
        {
            case RunEnd.None:
                session.Widgets.DropUncalled();
                session.Widgets.DisarmAll();
                break;
            case RunEnd.Rerun:
                session.Widgets.DisarmAll();
                _mailbox.Want(interrupts: false);
                break;
            case RunEnd.Replaced:
                session.Widgets.ReturnClicks();
                break;
        }

        if (end is RunEnd.None or RunEnd.Stopped or RunEnd.Failed && run.HasBegun)
            session.Tree.Trim();
        if (end == RunEnd.Replaced)
            _departing.Add(run);
        else
            LeaveAll();
        session.Outbox.SetRun(run.Number, end switch
        {
            RunEnd.None => RunState.Done,
            RunEnd.Stopped => RunState.Stopped,
            RunEnd.Failed => RunState.Failed,
            _ => RunState.Interrupted,
        });
    }

    // Note [Who has left]: a computation that a replaced run waited for goes on until the run after it has ended, because that
    // one may ask for the same value; so a moving slider does not start a long load over and over.
    private void LeaveAll()
    {
        foreach (var run in _departing)
            run.Leave();
        _departing.Clear();
    }

    private void NameWhatHangs(Run run)
    {
        if (_naming is not null)
            return;
        _naming = After(WaitBeforeNaming, Name);
        App.Options.Logger.LogInformation("A run waits for one that does not come back: {Where}.", run.WhereItHangs());
    }

    private void Name()
    {
        lock (session.Gate)
        {
            if (_naming is not null && _current is { } run)
                session.Spinners.ShowWaiting(run);
        }
    }

    private void Tell(Run run)
    {
        lock (session.Gate)
        {
            if (run == _abandoned)
            {
                App.Options.Logger.LogWarning(
                    "A run that is over for its page still executes: {Where}. It keeps a thread until it returns; a loop should look at Ui.Cancellation.", run.WhereItHangs());
            }
        }
    }

    private ITimer After(TimeSpan time, Action act)
    {
        using (ExecutionContext.SuppressFlow())
            return App.Options.Time.CreateTimer(static act => ((Action)act!)(), act, time, Timeout.InfiniteTimeSpan);
    }

    private void StopNaming()
    {
        _naming?.Dispose();
        _naming = null;
    }
}
