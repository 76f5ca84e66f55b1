using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Refrain.Bench.Benchmarks;

/// <summary>A hit that hands out a copy, beside a clone written by hand and a round trip through JSON.</summary>
public abstract class Copies<T>
{
    private readonly T _value;

    protected Copies() => _value = Cached();

    [Benchmark(Baseline = true)]
    public T ByHand() => Clone(_value);

    [Benchmark]
    public T Hit() => Cached();

    [Benchmark]
    public T? Json() => JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(_value));

    protected abstract T Cached();

    protected abstract T Clone(T value);
}
