using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Stores;

/// <summary>Which stripe of counters a thread writes to.</summary>
/// <remarks>
/// Each thread has a stack of its own, so the address of a local tells threads apart, several times as quickly as the runtime tells a thread
/// its number. Two threads may fall into one stripe, and one that goes very deep may use two; counters must bear both. Where two threads
/// meet again and again, all are given other stripes (<see cref="Part"/>), until each works by itself.
/// </remarks>
internal static class ThreadStripe
{
    private const int StackBits = 20;
    private const int Fewest = 32;
    private const int Most = 256;
    private const uint Step = 0x6A09E668u; // even, so that the factor stays odd

    internal static readonly int Count = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 4), Fewest, Most);

    private static readonly int Shift = 32 - BitOperations.Log2((uint)Count);

    private static uint _factor = 0x9E3779B9u;
    private static int _partings;

    /// <summary>How often two threads must have met before they are parted: longer each time, since with many threads some always meet.</summary>
    internal static int MeetingsToPart => 64 << Math.Min(Volatile.Read(ref _partings), 20);

    /// <summary>Which stack the thread is on, which is nearly as good as which thread it is.</summary>
    internal static unsafe uint Stack
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining), SkipLocalsInit]
        get
        {
            int local;
            return (uint)((nuint)(&local) >> StackBits);
        }
    }

    /// <remarks>Stacks lie at equal distances, which the golden section spreads evenly: Knuth, "The Art of Computer Programming", volume 3, 6.4.
    /// Another factor may map some distance to nearly none; then the next parting mends it.</remarks>
    internal static int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)((Stack * _factor) >> Shift);
    }

    /// <summary>Gives all threads other stripes.</summary>
    internal static void Part()
    {
        Interlocked.Increment(ref _partings);
        Interlocked.Add(ref _factor, Step);
    }
}
