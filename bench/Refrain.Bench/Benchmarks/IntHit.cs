using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Benchmarks;

/// <summary>A hit of <c>int</c> to <c>int</c> beside a lookup in a bare dictionary.</summary>
public class IntHit
{
    private const int Calls = 4096;

    private readonly ConcurrentDictionary<int, object> _bare = new(
        Enumerable.Range(0, HitFunctions.Keys).Select(number => KeyValuePair.Create(number, (object)(number * number))));

    private readonly Func<int, long> _collectible = CollectibleFunctions.Loop(nameof(HitLoops.Square));

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public long Bare()
    {
        var sum = 0L;
        for (var call = 0; call < Calls; call++)
            sum += _bare.TryGetValue(call & (HitFunctions.Keys - 1), out var value) ? (int)value : 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Hit() => HitLoops.Square(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Collectible() => _collectible(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Ttl() => HitLoops.SquareForAnHour(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Timestamp()
    {
        var sum = 0L;
        var clock = TimeProvider.System;
        for (var call = 0; call < Calls; call++)
            sum += clock.GetTimestamp();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<long> Async() => HitLoops.SquareAsync(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<long> TaskHit() => HitLoops.SquareTask(Calls);
}
