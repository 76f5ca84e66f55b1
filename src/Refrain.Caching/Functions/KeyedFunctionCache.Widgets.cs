using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <content>Flights that read widgets: they stand under the combination that is known of them; see Note [The tree of widgets].</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private Flight<TKey, T> MakeFlight(TKey key, TArgs args)
    {
        var flight = new Call(this, key, args);
        if (_combinations is null)
            return flight;
        flight.Read = _combinations.Beginning(key);
        flight.TellMoves();
        return flight;
    }

    /// <summary>The body has read a widget. A flight that was thought to read something else, or nothing, moves to where it is now.</summary>
    private void Read(Flight<TKey, T> flight, WidgetRead read)
    {
        lock (_gate)
        {
            if (flight.IsOver)
                return;
            var before = flight.Read;
            if (_combinations!.Hold(before, read.Widget))
                ForgetBeyond(before);
            _store.Remove(before, EvictionReason.Replaced);
            flight.Read = _combinations.Then(before, read);
            if (!_combinations.LeadsTo(flight.Read, flight.Key))
            {
                Move(flight);
                flight.Moved();
            }
        }

        ReleaseLeft();
    }

    /// <summary>The body has returned: the value belongs to what was really read.</summary>
    private void EndReads(Flight<TKey, T> flight)
    {
        if (_combinations is null)
            return;
        lock (_gate)
        {
            flight.IsOver = true;
            if (!flight.Key.Equals(flight.Read))
                Move(flight);
        }
    }

    /// <remarks>
    /// Another flight may stand there already, if a value changed just now, or the function is not always of one mind. Then that one stores, and
    /// this one only serves those who wait for it, as a flight does that was cleared: two values of one combination are never both kept.
    /// </remarks>
    private void Move(Flight<TKey, T> flight)
    {
        if (!flight.Detached)
        {
            _flights.Remove(flight.Key);
            flight.Detached = !_flights.TryAdd(flight.Read, flight);
        }

        flight.Key = flight.Read;
    }

    /// <summary>An entry is about to stand where the function was thought to read another widget: what lies beyond is not found any more.</summary>
    private void ForgetOtherReads(Flight<TKey, T> flight)
    {
        if (_combinations?.End(flight.Read) == true)
            ForgetBeyond(flight.Read);
    }

    private void ForgetBeyond(TKey beginning)
    {
        foreach (var entry in _store.Entries)
        {
            if (!entry.Key.Equals(beginning) && _combinations!.LeadsTo(beginning, entry.Key))
                _store.Remove(entry, EvictionReason.Replaced);
        }
    }

    /// <summary>Removes the entries of all combinations that begin so, and detaches their flights.</summary>
    private int ForgetAll(TKey beginning)
    {
        var removed = 0;
        foreach (var entry in _store.Entries)
        {
            if (_combinations!.LeadsTo(beginning, entry.Key))
                removed += _store.Remove(entry, EvictionReason.Cleared) ? 1 : 0;
        }

        foreach (var flight in _flights.Values.Where(flight => _combinations!.LeadsTo(beginning, flight.Key)).ToArray())
            Detach(flight);
        return removed;
    }

    /// <summary>Whether the widgets that a flight has read so far have the caller's values; <paramref name="news"/> completes when this should be
    /// asked again.</summary>
    private bool IsFor(Caller caller, Flight<TKey, T> flight, out Task news)
    {
        news = flight.News; // before looking, so that no move is missed
        if (_combinations is null)
            return true;
        WidgetPath? path;
        lock (_gate)
            path = _combinations.PathOf(flight.Read);
        try
        {
            return path is null || (caller.Drawing is { HasWidgets: true } page && path.HasValuesOf(page));
        }
        catch
        {
            LeaveToOthers(flight, caller);
            throw;
        }
    }

    /// <summary>A caller has other values than the flight it joined, and looks for its own.</summary>
    private void LeaveToOthers(Flight<TKey, T> flight, Caller caller)
    {
        flight.Forgo(caller.Holder);
        Leave(flight);
    }

    private string InBrief(Flight<TKey, T> flight) => _combinations?.PathOf(flight.Read) is { } path
        ? flight.Arguments.Length == 0 ? path.ToString() : $"{flight.Arguments}, {path}"
        : flight.Arguments;
}
