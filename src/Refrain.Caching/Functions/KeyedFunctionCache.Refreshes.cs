using Microsoft.Extensions.Logging;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <content>Refreshes behind a stale value: at most one per key, without a page, in a clean execution context.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private void Refresh(Entry<TKey, T> stale, TArgs args)
    {
        Flight<TKey, T> flight;
        lock (_gate)
        {
            if (_retired || _flights.ContainsKey(stale.Key) || _clock.GetTimestamp() < stale.NextRefresh)
                return;
            flight = MakeFlight(stale.Key, args);
            flight.Callers = 1; // the refresh itself: a joiner that leaves does not end it
            _flights.Add(stale.Key, flight);
        }

        var session = Ambient.Current?.Session;
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            _ = Task.Run(() => RunRefreshAsync(stale, flight, args, session));
    }

    private async Task RunRefreshAsync(Entry<TKey, T> stale, Flight<TKey, T> flight, TArgs args, SessionCaches? session)
    {
        var body = Enter(flight, (session?.DrawingWithoutPage ?? Host.DrawingWithoutPage)?.Invoke(), session);
        T value;
        try
        {
            Begin(flight, args);
            Host.At(Step.Recalled);
            var arguments = args.WithToken(flight.Token);
            value = _code.Invoke is { } invoke ? invoke(arguments) : await _code.InvokeAsync!(arguments).ConfigureAwait(false);
            body.Leave();
        }
        catch (Exception exception)
        {
            body.Leave();
            PutOffRefresh(stale, exception);
            Fail(flight, body, exception);
            return;
        }

        if (Land(flight, body, value) is { } refused)
            PutOffRefresh(stale, refused);
    }

    /// <summary>Waits longer after each failure, with jitter, so that many keys do not try again at once.</summary>
    private void PutOffRefresh(Entry<TKey, T> stale, Exception why)
    {
        Host.Logger.RefreshFailed(why, _name.Display);
        lock (_gate)
        {
            var seconds = Math.Min(FirstRetry.TotalSeconds * Math.Pow(2, stale.FailedRefreshes++), LongestRetry.TotalSeconds);
            stale.NextRefresh = After(_clock.GetTimestamp(), TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * Random.Shared.NextDouble()))));
        }
    }
}
