using Refrain.Caching.Recording;
using Refrain.Runs;

namespace Refrain.Sessions;

/// <summary>What the page says is running. Used under the session's lock.</summary>
internal sealed class Spinners(Session session)
{
    private readonly List<Spinner> _shown = [];

    internal IReadOnlyList<Spinner> Shown => _shown;

    private TimeProvider Time => session.App.Options.Time;

    internal Spinner Show(Run run, FlightDescription flight)
    {
        var spinner = new Spinner(session, run, session.Tree.NextId("s"), flight.SpinnerText, flight.ShowTime, Time.GetTimestamp());
        if (spinner.Text is null)
            return spinner;
        _shown.Add(spinner);
        session.Outbox.SpinnersChanged();
        return spinner;
    }

    /// <summary>Says that something newer waits, and for what.</summary>
    internal void ShowWaiting(Run run)
    {
        _shown.Add(new Spinner(session, run, session.Tree.NextId("s"), $"Waiting for the last run: {run.WhereItHangs()}", ShowTime: true, Time.GetTimestamp()));
        session.Outbox.SpinnersChanged();
    }

    internal void Remove(Spinner spinner)
    {
        if (_shown.Remove(spinner))
            session.Outbox.SpinnersChanged();
    }

    internal void RemoveAll(Run run)
    {
        if (_shown.RemoveAll(spinner => spinner.Run == run) > 0)
            session.Outbox.SpinnersChanged();
    }
}

/// <summary>A function that is running, until disposed; without a text, one that does not say so.</summary>
internal sealed record Spinner(Session Session, Run Run, string Id, string? Text, bool ShowTime, long Since) : IDisposable
{
    internal double Elapsed(TimeProvider time) => time.GetElapsedTime(Since).TotalSeconds;

    public void Dispose() => Session.HideSpinner(this);
}
