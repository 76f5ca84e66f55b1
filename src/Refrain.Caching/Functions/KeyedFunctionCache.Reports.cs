using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <content>What the cache tells of itself.</content>
internal sealed partial class KeyedFunctionCache<TArgs, TKey, TMaker, T>
{
    private const int MostDetails = 1000;

    internal override FunctionTotals Totals =>
        _counters.Totals(TimeSpan.FromTicks(_store.Entries.Sum(entry => entry.Facts.Cost.Ticks * _counters.Uses.HitsOf(entry.Place))));

    internal override FunctionReport Report()
    {
        var entries = _store.Entries.OrderByDescending(entry => entry.Size).Take(MostDetails).Select(Detail).ToArray();
        lock (_gate)
        {
            return new FunctionReport
            {
                Name = _name.Display,
                Identity = _name.Identity,
                IsResource = Options.IsResource,
                Entries = _store.Count,
                Bytes = _store.Bytes,
                Computing = _flights.Count,
                Waiting = _flights.Values.Sum(flight => flight.Callers),
                LastMiss = _missLog.Last,
                Details = entries,
            };
        }
    }

    internal override MissLog MissesFor(IReadOnlyList<string> parameters)
    {
        lock (_gate)
            return _missLog.For(parameters);
    }

    internal override void Follow(FunctionCache older)
    {
        var misses = older.MissesFor(_name.Parameters);
        lock (_gate)
            _missLog = misses;
    }

    private EntryReport Detail(Entry<TKey, T> entry)
    {
        var now = _clock.GetTimestamp();
        return new EntryReport
        {
            Arguments = entry.Facts.Arguments ?? (_keys.TellsArguments ? _keys.InBrief(entry.Key) : ""),
            Age = _clock.GetElapsedTime(entry.Validity.Stored, now),
            TimeLeft = entry.Validity.Expires == long.MaxValue ? null : _clock.GetElapsedTime(now, entry.Validity.Expires),
            Bytes = entry.Size,
            Hits = _counters.Uses.HitsOf(entry.Place),
            Cost = entry.Facts.Cost,
        };
    }
}
