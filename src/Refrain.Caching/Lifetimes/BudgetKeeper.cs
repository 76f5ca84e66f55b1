using Refrain.Caching.Functions;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Lifetimes;

/// <summary>Frees data when a host has more of it than its budget allows.</summary>
/// <remarks>
/// What goes first is what is worth least for its room: the time it took to make, times its uses since the last look, for each byte and
/// each second of age. The newest entry stays even when it is over the budget alone, since its caller holds that memory anyway.
/// Looking takes time in proportion to the number of entries, so with many of them somewhat more is freed than must be.
/// </remarks>
internal sealed class BudgetKeeper(CacheHost host, Budget budget)
{
    /// <summary>From so many entries on, one look frees more than it must.</summary>
    private const int Many = 256;

    private readonly Lock _gate = new();

    /// <summary>Makes room after an entry was stored; outside of every function's gate.</summary>
    internal void MakeRoomFor(Place newest)
    {
        if (budget.Excess == 0)
            return;
        lock (_gate)
        {
            if (budget.Excess == 0)
                return;
            var candidates = new List<Candidate>();
            foreach (var cache in host.Caches)
                cache.Offer(candidates);
            candidates.RemoveAll(candidate => ReferenceEquals(candidate.Place, newest));
            candidates.Sort((left, right) => left.Worth.CompareTo(right.Worth));
            var goal = candidates.Count < Many ? 0 : budget.Slack;
            foreach (var candidate in candidates)
            {
                if (budget.Excess == 0 && (goal -= candidate.Bytes) < 0)
                    return;
                candidate.Cache.Evict(candidate.Place);
            }
        }
    }

    /// <summary>An entry that may go.</summary>
    /// <param name="Cache">Where it stands.</param>
    /// <param name="Place">Its place there.</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Worth">What it is worth for its room; the least goes first.</param>
    internal readonly record struct Candidate(FunctionCache Cache, Place Place, long Bytes, double Worth)
    {
        internal static Candidate Of(FunctionCache cache, Place place, EntryFacts facts, long hits, TimeSpan age)
        {
            var uses = 1 + hits - place.HitsSeen;
            place.HitsSeen = (hits + place.HitsSeen) / 2;
            var worth = (facts.Cost.TotalSeconds + 0.001) * uses / ((facts.Charge.Bytes + 64.0) * (age.TotalSeconds + 1));
            return new(cache, place, facts.Charge.Bytes, worth);
        }
    }
}
