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
    private static readonly int Bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 4));

    internal static int Count => 1 << Bits;

    internal static unsafe int Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining), SkipLocalsInit]
        get
        {
            int local;
            return (int)((uint)((nuint)(&local) >> StackBits) * 0x9E3779B1u >> (32 - Bits));
        }
    }
}
