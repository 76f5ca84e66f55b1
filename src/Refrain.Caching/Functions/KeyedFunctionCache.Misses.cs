using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <content>The miss: one flight per key, which any number of callers join.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Flight<TKey, T>> _flights = [];

    private T GetSlowly(TArgs args, TKey key)
    {
        var caller = Caller.Here(args.CallerToken);
        while (true)
        {
            if (_store.TryGet(key, out var entry) && Finished(TryTakeAsync(entry, args, caller)))
                return entry.HandOut();
            if (Join(key, args, caller, out var starts) is not { } flight)
            {
                key = _keys.Make(args, _name);
                continue;
            }

            using var spinner = caller.Drawing?.ShowSpinner(Describe(flight));
            using var wait = Await(flight, caller);
            if (starts)
                Fly(flight, args, caller);
            while (!flight.Completion.IsCompleted && IsFor(caller, flight, out var news))
                caller.Wait(flight, news);
            if (!starts && !IsFor(caller, flight, out _))
            {
                LeaveToOthers(flight, caller);
                key = _keys.Make(args, _name);
                continue;
            }

            return Received(flight, starts, caller);
        }
    }

    private async ValueTask<T> GetSlowlyAsync(TArgs args, TKey key)
    {
        var caller = Caller.Here(args.CallerToken);
        while (true)
        {
            if (_store.TryGet(key, out var entry) && await TryTakeAsync(entry, args, caller).ConfigureAwait(true))
                return entry.HandOut();
            if (Join(key, args, caller, out var starts) is not { } flight)
            {
                key = _keys.Make(args, _name);
                continue;
            }

            using var spinner = caller.Drawing?.ShowSpinner(Describe(flight));
            using var wait = Await(flight, caller);
            if (starts)
                Launch(flight, args, caller);
            while (!flight.Completion.IsCompleted && (IsFor(caller, flight, out var news) || starts))
                await caller.WaitAsync(flight, news).ConfigureAwait(true);
            if (!starts && !IsFor(caller, flight, out _))
            {
                LeaveToOthers(flight, caller);
                key = _keys.Make(args, _name);
                continue;
            }

            return Received(flight, starts, caller);
        }
    }

    /// <summary>Joins the flight of a key, or makes one; gives <see langword="null"/> when an entry came in between, or a widget to look at.</summary>
    private Flight<TKey, T>? Join(TKey key, TArgs args, Caller caller, out bool starts)
    {
        lock (_gate)
        {
            starts = false;
            if (!_flights.TryGetValue(key, out var flight))
            {
                if (_store.TryGet(key, out var entry) && _clock.GetTimestamp() < entry.Validity.ServedUntil)
                    return null;
                if (_combinations?.GoesOn(key) == true && caller.Drawing?.HasWidgets == true)
                    return null;
                flight = MakeFlight(key, args);
                flight.Detached = _retired;
                starts = true;
                if (!_retired)
                    _flights.Add(key, flight);
                Span<long> marks = stackalloc long[TArgs.Count];
                args.Mark(marks, 0);
                _missLog.Missed(key.GetHashCode(), marks, _combinations?.PathOf(key) is not null);
            }
            else
            {
                _counters.JoinedFlight();
            }

            _counters.Missed();
            flight.Callers++;
            flight.Joined++;
            if (Options.IsResource)
                flight.Expect(caller.Holder);
            return flight;
        }
    }

    /// <summary>Notes that a caller waits for the flight it has joined; one that may not wait leaves again.</summary>
    private WaitGraph.Wait Await(Flight<TKey, T> flight, Caller caller)
    {
        try
        {
            return WaitGraph.Enter(caller.Flight, flight);
        }
        catch (CacheException)
        {
            flight.Forgo(caller.Holder);
            Leave(flight);
            throw;
        }
    }

    /// <summary>A caller stopped waiting. When the last one has left, the function is told, if it can be.</summary>
    private void Leave(Flight<TKey, T> flight)
    {
        lock (_gate)
        {
            if (--flight.Callers > 0 || !Definition.HasToken || flight.Completion.IsCompleted)
                return;
            Detach(flight);
        }

        try
        {
            flight.Desert();
        }
        catch (AggregateException failures)
        {
            // The body's own mistake; the caller who leaves has nothing to do with it.
            Host.Logger.CancellationFailed(failures, flight.ToString());
        }
    }

    /// <summary>Runs a synchronous body on this thread, unless its value lies beside memory.</summary>
    private void Fly(Flight<TKey, T> flight, TArgs args, Caller caller)
    {
        Host.At(Step.Begun);
        if (TryRecall(flight, args))
            return;
        Host.At(Step.Recalled);
        var body = Enter(flight, caller.Drawing, caller.Session);
        T value;
        try
        {
            value = _code.Invoke!(Definition.HasToken ? args.WithToken(flight.Token) : args);
        }
        catch (Exception exception)
        {
            body.Leave();
            Fail(flight, body, exception);
            return;
        }

        body.Leave();
        Land(flight, body, value);
    }

    /// <summary>Starts an asynchronous body on this thread; it ends wherever it ends.</summary>
    private void Launch(Flight<TKey, T> flight, TArgs args, Caller caller)
    {
        Host.At(Step.Begun);
        if (_stored is null)
            LaunchBody(flight, args, caller);
        else
            _ = RecallOrLaunchAsync(flight, args, caller);
    }

    /// <summary>Looks beside memory on another thread, since asynchronous callers never block.</summary>
    private async Task RecallOrLaunchAsync(Flight<TKey, T> flight, TArgs args, Caller caller)
    {
        if (await Task.Run(() => TryRecall(flight, args)).ConfigureAwait(true))
            return;
        Host.At(Step.Recalled);
        LaunchBody(flight, args, caller);
    }

    private void LaunchBody(Flight<TKey, T> flight, TArgs args, Caller caller)
    {
        var body = Enter(flight, caller.Drawing, caller.Session);
        ValueTask<T> running;
        try
        {
            running = _code.InvokeAsync!(Definition.HasToken ? args.WithToken(flight.Token) : args);
        }
        catch (Exception exception)
        {
            body.Leave();
            Fail(flight, body, exception);
            return;
        }

        body.Leave();
        _ = LandAsync(flight, body, running);
    }

    private async Task LandAsync(Flight<TKey, T> flight, Body body, ValueTask<T> running)
    {
        T value;
        try
        {
            value = await running.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(flight, body, exception);
            return;
        }

        Land(flight, body, value);
    }

    private Body Enter(Flight<TKey, T> flight, DrawingScope? around, SessionCaches? session)
    {
        _counters.Executed();
        flight.Started = _clock.GetTimestamp();
        var sessionScoped = Options.Scope == CacheScope.Session;
        var drawing = around?.BeginFlight(Describe(flight));
        return new Body(new Ambient(Host, drawing)
        {
            Flight = flight,
            Session = sessionScoped ? session : null,
        });
    }

    private FlightDescription Describe(Flight<TKey, T> flight) => new(
        _name, Options.Spinner, Options.ShowTime, Options.AllowWidgets, Options.Scope == CacheScope.Session, flight.Progress, flight.Token,
        _combinations is null ? null : read => Read(flight, read));

    /// <summary>What a caller gets when the flight is over: the starter its own object, everyone else a value from the entry.</summary>
    private static T Received(Flight<TKey, T> flight, bool starts, Caller caller)
    {
        var entry = flight.Landing.GetAwaiter().GetResult();
        if ((!starts || flight.IsRecalled) && entry.Recording is { } recording)
            caller.Drawing?.Replay(recording);
        caller.Drawing?.ThrowIfInterrupted();
        return starts ? flight.Original! : entry.HandOut();
    }

    /// <summary>Waits for an answer that nearly always is there: only an asynchronous <c>Validate</c> of a synchronous function blocks.</summary>
    private static bool Finished(ValueTask<bool> answer) => answer.IsCompleted ? answer.Result : answer.AsTask().GetAwaiter().GetResult();

    /// <summary>A flight, with the arguments of the call that started it.</summary>
    private sealed class Call(KeyedFunctionCache<TArgs, TKey, TMaker, T> cache, TKey key, TArgs args) : Flight<TKey, T>(key, cache._name)
    {
        internal override string Arguments => ArgumentsInBrief.Of(args);

        internal override void Leave() => cache.Leave(this);
    }

    /// <summary>The surroundings of a body: the flight's ambient, and what bodies run under. Left on the thread that entered it.</summary>
    private readonly struct Body
    {
        private readonly Ambient _ambient;
        private readonly Ambient? _outer;
        private readonly BodyContext _context;

        internal Body(Ambient ambient)
        {
            (_ambient, _outer) = (ambient, Ambient.Current);
            Ambient.Current = ambient;
            _context = BodyContext.Enter(ambient.Host.Settings.Culture);
        }

        internal void Leave()
        {
            Ambient.Current = _outer;
            _context.Leave();
        }

        /// <summary>Closes the drawing; gives what was drawn.</summary>
        internal object? End(bool failed)
        {
            var recording = _ambient.Drawing?.EndFlight(failed);
            _ambient.End();
            return recording;
        }
    }
}
