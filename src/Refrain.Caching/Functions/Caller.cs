using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;

namespace Refrain.Caching.Functions;

/// <summary>Who calls a cached function: the page around the call, the flight around it, and the caller's own token.</summary>
internal readonly struct Caller(Ambient? ambient, CancellationToken own)
{
    /// <remarks>A script that passes on the token of its run (<c>Ui.Cancellation</c>) gives no token of its own: its run leaves by the rules of runs.</remarks>
    internal static Caller Here(CancellationToken own)
    {
        var ambient = Ambient.Current;
        return new(ambient, own == ambient?.Drawing?.Interrupted ? default : own);
    }

    internal DrawingScope? Drawing => ambient?.Drawing;

    internal ResourceHolder? Holder => ambient?.Holder;

    internal Flight? Flight => ambient?.Flight;

    internal SessionCaches? Session => ambient?.Session;

    private CancellationToken Interrupted => Drawing?.Interrupted ?? Flight?.Token ?? default;

    /// <summary>Blocks until there is news of the flight, or this caller need not wait any more.</summary>
    internal void Wait(Flight flight, Task news)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(own, Interrupted);
        try
        {
            Task.WaitAny([news], ended.Token);
        }
        catch (OperationCanceledException)
        {
            // When it came together with the flight's end, the value is there; a run sees its interruption when the call returns.
            if (!news.IsCompleted)
                StopWaiting(flight);
        }
    }

    /// <inheritdoc cref="Wait"/>
    internal async Task WaitAsync(Flight flight, Task news)
    {
        if (news.IsCompleted)
            return;
        var self = this;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(own, Interrupted);
        await news.WaitAsync(ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!news.IsCompleted)
            self.StopWaiting(flight);
    }

    /// <summary>Ends the wait: the caller's own token, and an end for good, leave the flight at once; a run that gives way to a newer one leaves
    /// when that one says so.</summary>
    private void StopWaiting(Flight flight)
    {
        flight.Forgo(Holder);
        if (own.IsCancellationRequested || Drawing is null)
        {
            flight.Leave();
            own.ThrowIfCancellationRequested();
            throw new OperationCanceledException(Interrupted);
        }

        Drawing.Left.UnsafeRegister(static flight => ((Flight)flight!).Leave(), flight);
        Drawing.ThrowIfInterrupted();
        throw new OperationCanceledException(Interrupted);
    }
}
