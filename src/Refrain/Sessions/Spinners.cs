using Refrain.Caching.Recording;
using Refrain.Runs;

namespace Refrain.Sessions;

/// <summary>What the page says is running. Used under the session's lock.</summary>
internal sealed class Spinners(Session session)
{
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromMilliseconds(250);

    private readonly List<Spinner> _shown = [];

    internal IReadOnlyList<Spinner> Shown => _shown;

    private TimeProvider Time => session.App.Options.Time;

    internal Spinner Show(Run run, FlightDescription flight)
    {
        var spinner = new Spinner(session, run, session.Tree.NextId("s"), flight.SpinnerText, flight.ShowTime, Time.GetTimestamp());
        if (spinner.Text is null)
            return spinner;
        spinner.Listening = flight.Progress.Listen(howFar => session.Tell(spinner, howFar));
        _shown.Add(spinner);
        session.Outbox.SpinnersChanged();
        return spinner;
    }

    /// <summary>Says how far a function is, as often as somebody can read it; what comes in between goes along with the next message.</summary>
    internal void Tell(Spinner spinner, string howFar)
    {
        spinner.HowFar = howFar;
        if (!_shown.Contains(spinner) || (spinner.Told is { } told && Time.GetElapsedTime(told) < BetweenTellings))
            return;
        spinner.Told = Time.GetTimestamp();
        session.Outbox.SpinnersChanged();
    }

    /// <summary>Says that something newer waits, and for what.</summary>
    internal void ShowWaiting(Run run)
    {
        _shown.Add(new Spinner(session, run, session.Tree.NextId("s"), $"Waiting for the last run: {run.WhereItHangs()}", showTime: true, Time.GetTimestamp()));
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
internal sealed class Spinner(Session session, Run run, string id, string? text, bool showTime, long since) : IDisposable
{
    internal Run Run => run;

    internal string Id => id;

    internal string? Text => HowFar is null ? text : $"{text} – {HowFar}";

    internal bool ShowTime => showTime;

    /// <summary>How far the function is, in words; <see langword="null"/> when nobody said.</summary>
    internal string? HowFar { get; set; }

    /// <summary>When that was shown last.</summary>
    internal long? Told { get; set; }

    /// <summary>Ends the telling.</summary>
    internal IDisposable? Listening { get; set; }

    internal double Elapsed(TimeProvider time) => time.GetElapsedTime(since).TotalSeconds;

    public void Dispose()
    {
        Listening?.Dispose();
        session.HideSpinner(this);
    }
}
