namespace Refrain.Caching.Recording;

/// <summary>How far a computation has come, in words, for the spinners of those who wait for it. Whatever the body calls may tell; the body itself does nothing.</summary>
internal sealed class FlightProgress
{
    private Action<string>? _listeners;

    /// <summary>That of the computation inside which this code runs; <see langword="null"/> outside of any.</summary>
    internal static FlightProgress? Here => Ambient.Current?.Flight?.Progress;

    /// <summary>Tells how far it is, from any thread.</summary>
    /// <param name="howFar">For example <c>12 of 45 MB</c>.</param>
    internal void Report(string howFar) => Volatile.Read(ref _listeners)?.Invoke(howFar);

    /// <summary>Tells a listener, until disposed. A report that is under way may still arrive after that.</summary>
    internal IDisposable Listen(Action<string> listener)
    {
        Change(listeners => listeners + listener);
        return new Listening(this, listener);
    }

    private void Change(Func<Action<string>?, Action<string>?> change)
    {
        var before = Volatile.Read(ref _listeners);
        while (Interlocked.CompareExchange(ref _listeners, change(before), before) is var now && now != before)
            before = now;
    }

    private sealed class Listening(FlightProgress progress, Action<string> listener) : IDisposable
    {
        public void Dispose() => progress.Change(listeners => listeners - listener);
    }
}
