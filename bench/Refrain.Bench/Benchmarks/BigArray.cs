using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Refrain.Bench.Functions;

namespace Refrain.Bench.Benchmarks;

/// <summary>Ten million numbers: a hit beside a clone, and the key beside SHA-256 of the same bytes.</summary>
public class BigArray
{
    private const int Count = 10_000_000;

    private readonly double[] _values = ValueFunctions.Doubles(Count);

    [Benchmark(Baseline = true)]
    public object Clone() => _values.Clone();

    [Benchmark]
    public double[] Hit() => ValueFunctions.Doubles(Count);

    [Benchmark]
    public byte[] Sha256() => SHA256.HashData(MemoryMarshal.AsBytes(_values.AsSpan()));

    [Benchmark]
    public ulong Key() => Keys.Of(_values);
}
