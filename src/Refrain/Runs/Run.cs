using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Apps;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Pages;
using Refrain.Sessions;

namespace Refrain.Runs;

/// <summary>One execution of the script for a session.</summary>
/// <remarks>It holds the session's lease from its start until it ends or is doomed; only then may it draw, read widgets and run callbacks.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Its tokens may be in the script's hands longer than the run; without timers they hold nothing.")]
internal sealed class Run
{
    private readonly CancellationTokenSource _interrupted = new();
    private readonly CancellationTokenSource _left = new();
    private volatile RunEnd _doom;

    internal Run(Session session, int number)
    {
        (Session, Number) = (session, number);
        Scope = new RunScope(this);
    }

    internal Session Session { get; }

    internal int Number { get; }

    internal RunScope Scope { get; }

    internal ResourceHolder Holder { get; } = new();

    /// <summary>Cancelled when the run is over for its session, whether or not its code still executes.</summary>
    internal CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Cancelled when it counts as gone for those who compute what it waits for.</summary>
    internal CancellationToken Left => _left.Token;

    /// <summary>Why it is over; <see cref="RunEnd.None"/> while it is not.</summary>
    internal RunEnd Doom => _doom;

    /// <summary>Whether it has taken in its batch and begun to execute.</summary>
    internal bool HasBegun { get; set; }

    internal bool HasEnded { get; private set; }

    /// <summary>Whether a callback runs, before the script.</summary>
    internal bool InCallback { get; private set; }

    /// <summary>Whether a callback asked for a rerun.</summary>
    internal bool RerunAfterCallbacks { get; set; }

    /// <summary>The services of this run.</summary>
    internal IServiceProvider Services { get; private set; } = NoServices.Instance;

    /// <summary>The last call that came by, to say where it hangs.</summary>
    internal CallSite LastSite { get; set; }

    /// <summary>The outermost cached function that is running, to say where it hangs.</summary>
    internal string? Computing { get; set; }

    /// <summary>Queues it on Refrain's own threads.</summary>
    internal void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Factory.StartNew(
                static run => ((Run)run!).ExecuteAsync(), this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, RunScheduler.Shared);
        }
    }

    /// <summary>Says that it is over; what it still does changes nothing. The first reason stands, but Stop wins over a newer request.</summary>
    internal void DoomFor(RunEnd reason)
    {
        if (_doom != RunEnd.None && !(_doom == RunEnd.Replaced && reason == RunEnd.Stopped))
            return;
        _doom = reason;
        if (reason is not RunEnd.Replaced)
            Leave();
        _ = _interrupted.CancelAsync();
    }

    /// <summary>What is known of where its code is.</summary>
    internal string WhereItHangs()
    {
        var line = LastSite.Line == 0 ? "before its first Ui call" : $"after {Path.GetFileName(LastSite.File)}, line {LastSite.Line}";
        return Computing is { } function ? $"{function}, {line}" : line;
    }

    /// <summary>It no longer waits for anything.</summary>
    internal void Leave() => _ = _left.CancelAsync();

    internal void ThrowIfDoomed()
    {
        if (_doom != RunEnd.None)
            ThrowInterrupted();
    }

    private void ThrowInterrupted() => throw new RunInterruptedException(
        _doom switch
        {
            RunEnd.Replaced => "The run was interrupted: something newer happened on the page.",
            RunEnd.Rerun => "The run asked for a rerun.",
            RunEnd.SessionEnded => "The run was interrupted: its session ended.",
            _ => "The run was stopped.",
        },
        Interrupted);

    private async Task ExecuteAsync()
    {
        var ambient = new Ambient(Session.App.Cache, Scope);
        Exception? failure = null;
        try
        {
            Ambient.Current = ambient;
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Session.App.Options.Culture;
            if (Session.Begin(this))
                await ExecuteWithServices().ConfigureAwait(true);
        }
#pragma warning disable CA1031 // Whatever the script throws is shown in its page.
        catch (Exception thrown)
        {
            failure = thrown;
        }
#pragma warning restore CA1031

        HasEnded = true;
        ambient.End();
        Session.Finish(this, failure);
        Holder.Dispose();
    }

    private async Task ExecuteWithServices()
    {
        Services = Session.App.Options.Services;
        if (Services.GetService(typeof(IServiceScopeFactory)) is not IServiceScopeFactory factory)
        {
            await ExecuteScript().ConfigureAwait(true);
            return;
        }

        var scope = factory.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(true);
        Services = scope.ServiceProvider;
        await ExecuteScript().ConfigureAwait(true);
    }

    private Task ExecuteScript()
    {
        RunCallbacks();
        ThrowIfDoomed();
        if (RerunAfterCallbacks)
        {
            DoomFor(RunEnd.Rerun);
            return Task.CompletedTask;
        }

        // Asked for only now: a script that was saved while this run waited for a thread is the one to run.
        return Session.App.Entry!(new RunContext(Services, Session.Visitor.User, Interrupted));
    }

    private void RunCallbacks()
    {
        while (Session.TakeCallback(this) is { } callback)
        {
            InCallback = true;
            try
            {
                callback();
            }
            catch (CallbackEndedException)
            {
                // It asked for a rerun, which comes after the last callback.
            }
#pragma warning disable CA1031 // A failed callback is shown, and the others still run.
            catch (Exception thrown) when (_doom == RunEnd.None)
            {
                Session.ShowFailure(this, thrown);
            }
#pragma warning restore CA1031
            finally
            {
                InCallback = false;
            }
        }
    }
}
