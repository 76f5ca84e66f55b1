using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Stores;

/// <summary>Which stripe of counters a thread writes to.</summary>
/// <remarks>
/// Each thread has a stack of its own, so the address of a local tells threads apart, several times as quickly as the runtime tells a thread
/// its number. Two threads may fall into one stripe, and one that goes very deep may use two; counters must bear both.
/// </remarks>
internal static class ThreadStripe
{
    private const int StackBits = 20;
    private const int Fewest = 32;
    private const int Most = 256;

    internal static readonly int Count = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 4), Fewest, Most);

    /// <remarks>Mixed twice, because stacks lie at equal distances: one multiplication maps some distances to nearly none.</remarks>
    internal static unsafe int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining), SkipLocalsInit]
        get
        {
            int local;
            var mixed = (uint)((nuint)(&local) >> StackBits) * 0x85EBCA6Bu;
            return (int)(((mixed ^ (mixed >> 15)) * 0xC2B2AE35u) >> 16) & (Count - 1);
        }
    }
}
