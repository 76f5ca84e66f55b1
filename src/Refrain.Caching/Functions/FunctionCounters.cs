using System.Runtime.InteropServices;

namespace Refrain.Caching.Functions;

/// <summary>What happened to one function. Hits are counted per stripe of threads, so that hits share no written memory.</summary>
internal sealed class FunctionCounters
{
    private static readonly int Mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount * 4) - 1;
    private readonly Stripe[] _hits = new Stripe[Mask + 1];
    private long _executions;
    private long _failures;
    private long _joins;

    /// <summary>Calls that were answered from an entry.</summary>
    internal long Hits
    {
        get
        {
            var sum = 0L;
            foreach (ref readonly var stripe in _hits.AsSpan())
                sum += Volatile.Read(in stripe.Count);
            return sum;
        }
    }

    /// <summary>How often the body ran.</summary>
    internal long Executions => Volatile.Read(ref _executions);

    /// <summary>How often it threw.</summary>
    internal long Failures => Volatile.Read(ref _failures);

    /// <summary>Calls that waited for another caller's computation.</summary>
    internal long Joins => Volatile.Read(ref _joins);

    /// <summary>Counts a hit. Two threads of one stripe may, rarely, count one hit for two: a number for people is not worth an interlocked write.</summary>
    internal void Hit() => _hits[Environment.CurrentManagedThreadId & Mask].Count++;

    internal void Executed() => Interlocked.Increment(ref _executions);

    internal void Failed() => Interlocked.Increment(ref _failures);

    internal void JoinedFlight() => Interlocked.Increment(ref _joins);

    internal void Evicted(Stores.EvictionReason reason) => Interlocked.Increment(ref _evictions[(int)reason]);

    /// <summary>How many entries left for this reason.</summary>
    internal long Evictions(Stores.EvictionReason reason) => Volatile.Read(ref _evictions[(int)reason]);

    private readonly long[] _evictions = new long[Enum.GetValues<Stores.EvictionReason>().Length];

    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct Stripe
    {
        [FieldOffset(0)]
        public long Count;
    }
}
