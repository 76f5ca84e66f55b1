using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Stores;

/// <summary>Which entries of a function were used: how often, and in what order.</summary>
/// <remarks>
/// Note [A hit writes to its own stripe]: threads share no memory that a hit writes. Each thread counts into a stripe of its own, in which a
/// few slots each belong to one entry at a time; only when an entry takes a slot over from another is the count handed to the other's place.
/// A use is stamped with the time of the machine's clock, made to rise strictly within a stripe, so that uses one after another keep their
/// order whichever threads they happened on. Two threads of one stripe may, rarely, count one hit for two: a number for people is not
/// worth an interlocked write.
/// </remarks>
internal sealed class Uses
{
    internal const int SlotsPerStripe = 8;

    private readonly Stripe?[] _stripes = new Stripe?[ThreadStripe.Count];

    /// <summary>Calls that were answered from an entry.</summary>
    internal long Hits
    {
        get
        {
            var sum = 0L;
            foreach (var stripe in _stripes)
                sum += stripe?.Hits ?? 0;
            return sum;
        }
    }

    /// <summary>Those of them that got a value whose time was up.</summary>
    internal long StaleHits
    {
        get
        {
            var sum = 0L;
            foreach (var stripe in _stripes)
                sum += stripe?.StaleHits ?? 0;
            return sum;
        }
    }

    /// <summary>Counts a hit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Hit(Place place)
    {
        if (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_stripes), ThreadStripe.Current) is { } stripe)
        {
            ref var slot = ref stripe[place.Slot];
            if (ReferenceEquals(slot.Place, place))
            {
                slot.Hits++;
                return;
            }
        }

        TakeSlot(place, hits: 1, lastUse: 0);
    }

    /// <summary>Counts a hit and notes when it was, for stores that drop what was not used for longest.</summary>
    internal void HitInOrder(Place place)
    {
        var stripe = Mine();
        ref var slot = ref stripe[place.Slot];
        if (ReferenceEquals(slot.Place, place))
        {
            slot.Hits++;
            slot.LastUse = stripe.Now();
            return;
        }

        TakeSlot(place, hits: 1, stripe.Now());
    }

    /// <summary>Notes that an entry was stored, which is a use but not a hit.</summary>
    internal long Stored(Place place)
    {
        var now = Mine().Now();
        place.Take(hits: 0, now);
        return now;
    }

    internal void StaleHit() => Mine().StaleHit();

    internal long HitsOf(Place place)
    {
        var hits = place.Hits;
        foreach (var stripe in _stripes)
        {
            if (stripe is not null && ReferenceEquals(stripe[place.Slot].Place, place))
                hits += Volatile.Read(ref stripe[place.Slot].Hits);
        }

        return hits;
    }

    internal long LastUseOf(Place place)
    {
        var last = place.LastUse;
        foreach (var stripe in _stripes)
        {
            if (stripe is not null && ReferenceEquals(stripe[place.Slot].Place, place))
                last = Math.Max(last, Volatile.Read(ref stripe[place.Slot].LastUse));
        }

        return last;
    }

    private void TakeSlot(Place place, long hits, long lastUse)
    {
        var stripe = Mine();
        ref var slot = ref stripe[place.Slot];
        var (before, counted, last) = (slot.Place, slot.Hits, slot.LastUse);
        slot.Place = place;
        slot.Hits = hits;
        slot.LastUse = lastUse;
        if (before is null)
            return;
        stripe.AddEarlier(counted);
        before.Take(counted, last);
    }

    private Stripe Mine()
    {
        ref var stripe = ref _stripes[ThreadStripe.Current];
        return stripe ?? Interlocked.CompareExchange(ref stripe, new(), null) ?? stripe;
    }

    private struct Slot
    {
        internal Place? Place;
        internal long Hits;
        internal long LastUse;
    }

    [InlineArray(SlotsPerStripe)]
    private struct Slots
    {
        private Slot _first;
    }

    /// <summary>What the threads of one stripe write, with room beside it so that no other stripe lies in the same line of memory.</summary>
    private sealed class Stripe
    {
        private Written _written;
#pragma warning disable CS0169, IDE0051 // never read: it only takes room
        private readonly Room _room;
#pragma warning restore CS0169, IDE0051

        internal ref Slot this[int slot] => ref Unsafe.Add(ref Unsafe.As<Slots, Slot>(ref _written.Slots), slot);

        internal long Hits
        {
            get
            {
                var sum = Volatile.Read(ref _written.Earlier);
                for (var slot = 0; slot < SlotsPerStripe; slot++)
                    sum += Volatile.Read(ref this[slot].Hits);
                return sum;
            }
        }

        internal long StaleHits => Volatile.Read(ref _written.Stale);

        internal long Now() => _written.LastStamp = Math.Max(Stopwatch.GetTimestamp(), _written.LastStamp + 1);

        internal void StaleHit() => _written.Stale++;

        /// <summary>Adds the hits of an entry that has no slot any more.</summary>
        internal void AddEarlier(long hits) => _written.Earlier += hits;
    }

    private struct Written
    {
        internal Slots Slots;
        internal long Earlier;
        internal long Stale;
        internal long LastStamp;
    }

    [InlineArray(128)]
    private struct Room
    {
        private byte _first;
    }
}
