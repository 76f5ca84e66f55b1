using System.Collections.Concurrent;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Caching.Memory;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Benchmarks;

/// <summary>A hit of <c>(int, string)</c> to an immutable record beside a bare dictionary and the platform's memory cache.</summary>
public class PairHit
{
    private const int Calls = 4096;

    private readonly ConcurrentDictionary<(int, string), object> _bare = new();
    private readonly MemoryCache _memory = new(new MemoryCacheOptions());
    private readonly string[] _stations = [.. Enumerable.Range(0, HitFunctions.Keys).Select(number => $"station-{number}")];

    public PairHit()
    {
        for (var number = 0; number < HitFunctions.Keys; number++)
            _bare[(number, _stations[number])] = HitFunctions.Read(number, _stations[number]);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public long Bare()
    {
        var sum = 0L;
        for (var call = 0; call < Calls; call++)
        {
            var key = call & (HitFunctions.Keys - 1);
            sum += _bare.TryGetValue((key, _stations[key]), out var value) ? ((Reading)value).Year : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long Hit() => HitLoops.Read(Calls);

    [Benchmark(OperationsPerInvoke = Calls)]
    public long MemoryCache()
    {
        var sum = 0L;
        for (var call = 0; call < Calls; call++)
        {
            var key = call & (HitFunctions.Keys - 1);
            var station = _stations[key];
            sum += _memory.GetOrCreate(
                string.Create(CultureInfo.InvariantCulture, $"Read:{key}:{station}"),
                _ => new Reading(key, station, key * 0.5))!.Year;
        }

        return sum;
    }
}
