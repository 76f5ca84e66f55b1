using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Stores;

/// <summary>Which entries of a function were used: how often, and in what order.</summary>
/// <remarks>
/// Note [A hit writes to its own stripe]: threads share no memory that a hit writes. Each thread counts into a stripe of its own.
/// All hits are counted. To which entries they belong is noted for the first of each stripe, then for one at random among ever more, which
/// stands for those before it: so a hit mostly writes one number, and the memory of an entry's place stays untouched. Where the order of
/// uses matters, each is noted. The slots of a stripe belong to one entry at a time; when another takes one over, the count is handed to
/// the former's place, and a stripe in which that happens often grows. A use is stamped with the time of the machine's clock, made to rise
/// strictly within a stripe, so that uses one after another keep their order whichever threads they happened on. Two threads of one
/// stripe may, rarely, count one hit for two: a number for people is not worth an interlocked write. They would slow each other down, so
/// when they have met often enough, all threads get other stripes.
/// </remarks>
internal sealed class Uses
{
    /// <summary>So many hits of each stripe are noted one by one.</summary>
    internal const int NotedSingly = 64;

    /// <summary>A note stands for so many hits at most, and for one in <see cref="NotedSingly"/> / 2 of all that there were.</summary>
    internal const int LongestInterval = 127;

    private const int FewestSlots = 8;
    private const int MostSlots = 256;

    /// <summary>Slots that are never used, at the end of each stripe: so that no other stripe lies in the same line of memory.</summary>
    private const int Room = 3;

    private readonly Slot[]?[] _stripes = new Slot[ThreadStripe.Count][];
    private readonly Tally[] _tallies = new Tally[ThreadStripe.Count];

    /// <summary>Calls that were answered from an entry.</summary>
    internal long Hits => _tallies.Sum(tally => tally.Hits);

    /// <summary>Those of them that got a value whose time was up.</summary>
    internal long StaleHits => _tallies.Sum(tally => tally.Stale);

    /// <summary>Counts a hit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Hit(Place place)
    {
        ref var tally = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_tallies), ThreadStripe.Current);
        if (--tally.Countdown <= 0)
            NoteHits(place, ref tally);
    }

    /// <summary>Counts a hit and notes when it was, for stores that drop what was not used for longest.</summary>
    internal void HitInOrder(Place place)
    {
        ref var tally = ref _tallies[ThreadStripe.Current];
        tally.Noted++;
        Note(place, hits: 1, Now(ref tally), ref tally);
    }

    /// <summary>Notes that an entry was stored, which is a use but not a hit.</summary>
    internal long Stored(Place place)
    {
        var now = Now(ref _tallies[ThreadStripe.Current]);
        place.Take(hits: 0, now);
        return now;
    }

    internal void StaleHit() => _tallies[ThreadStripe.Current].Stale++;

    internal long HitsOf(Place place)
    {
        var hits = place.Hits;
        foreach (var slots in _stripes)
        {
            if (slots is not null && ReferenceEquals(SlotOf(slots, place).Place, place))
                hits += Volatile.Read(ref SlotOf(slots, place).Hits);
        }

        return hits;
    }

    internal long LastUseOf(Place place)
    {
        var last = place.LastUse;
        foreach (var slots in _stripes)
        {
            if (slots is not null && ReferenceEquals(SlotOf(slots, place).Place, place))
                last = Math.Max(last, Volatile.Read(ref SlotOf(slots, place).LastUse));
        }

        return last;
    }

    /// <summary>The slot that an entry has, or may take: entries made one after another have slots side by side.</summary>
    private static ref Slot SlotOf(Slot[] slots, Place place) => ref slots[place.Number & (slots.Length - Room - 1)];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteHits(Place place, ref Tally tally)
    {
        var hits = Math.Max(tally.Interval, 1);
        tally.Noted += hits;
        Note(place, hits, lastUse: 0, ref tally);
        tally.Interval = tally.Countdown = 1 + Random.Shared.Next((int)Math.Min(tally.Noted / (NotedSingly / 2), LongestInterval));
    }

    private static void MeetOthers(ref Tally tally)
    {
        var stack = ThreadStripe.Stack;
        if (tally.Stack == stack)
            return;
        tally.Stack = stack;
        if (++tally.Meetings <= ThreadStripe.MeetingsToPart)
            return;
        tally.Meetings = 0;
        ThreadStripe.Part();
    }

    private void Note(Place place, int hits, long lastUse, ref Tally tally)
    {
        MeetOthers(ref tally);
        var stripe = ThreadStripe.Current;
        var slots = _stripes[stripe] ??= NewSlots(FewestSlots);
        if (tally.Taken > slots.Length && slots.Length < MostSlots)
        {
            _stripes[stripe] = slots = Grow(slots, ref tally);
            tally.Taken = 0;
        }

        ref var slot = ref SlotOf(slots, place);
        if (!ReferenceEquals(slot.Place, place))
        {
            HandOver(ref slot, ref tally);
            slot = new() { Place = place };
        }

        slot.Hits += hits;
        slot.LastUse = lastUse;
    }

    /// <summary>Gives an entry's place what was counted for it in a slot it loses.</summary>
    private static void HandOver(ref Slot slot, ref Tally tally)
    {
        if (slot.Place is not { } before)
            return;
        tally.Taken++;
        before.Take(slot.Hits, slot.LastUse);
    }

    private static Slot[] Grow(Slot[] slots, ref Tally tally)
    {
        var more = NewSlots((slots.Length - Room) * 4);
        foreach (ref var slot in slots.AsSpan())
        {
            if (slot.Place is not { } place)
                continue;
            ref var taken = ref SlotOf(more, place);
            HandOver(ref taken, ref tally);
            taken = slot;
        }

        return more;
    }

    private static Slot[] NewSlots(int count) => new Slot[count + Room];

    private static long Now(ref Tally tally) => tally.LastStamp = Math.Max(Stopwatch.GetTimestamp(), tally.LastStamp + 1);

    private struct Slot
    {
        internal Place? Place;
        internal long Hits;
        internal long LastUse;
    }

    /// <summary>What else the threads of a stripe count.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Tally
    {
        /// <summary>How many hits there will be until one is noted again.</summary>
        internal int Countdown;

        /// <summary>What the countdown began with.</summary>
        internal int Interval;

        /// <summary>Hits that were noted, with those they stand for.</summary>
        internal long Noted;

        internal long Stale;

        internal long LastStamp;

        /// <summary>How many entries took a slot from another since the stripe grew.</summary>
        internal int Taken;

        /// <summary>The stack of the thread that noted last.</summary>
        internal uint Stack;

        /// <summary>How often that was another than the time before, since threads were last parted here.</summary>
        internal int Meetings;

        internal readonly long Hits => Noted + Interval - Math.Max(Countdown, 0);
    }
}
