using System.Security.Cryptography;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Refrain.Bench.Functions;
using Refrain.Caching.Functions;
using Refrain.CompilerServices;

namespace Refrain.Bench.Benchmarks;

/// <summary>The key of one argument, as a call makes it.</summary>
internal static class Keys
{
    private static readonly FunctionName Load = new("Load", "bench/Load(argument)", ["argument"]);

    internal static ulong Of<T>(T value) => KeyEncoder.Digest(Load, new Args<Keyed<T>>(new(value))).A;
}

/// <summary>The digest of an argument beside JSON of it that is hashed.</summary>
public abstract class KeyOf<T>(T value)
{
    [Benchmark(Baseline = true)]
    public byte[] HashedJson() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value));

    [Benchmark]
    public ulong Key() => Keys.Of(value);
}

/// <summary>A record of five small fields.</summary>
public class KeyOfRecord() : KeyOf<Query>(new Query(2024, "north", 1.5, 2.5, true));

/// <summary>A list of 100 numbers.</summary>
public class KeyOfList() : KeyOf<List<int>>([.. Enumerable.Range(0, 100)]);

/// <summary>A dictionary of 100 texts.</summary>
public class KeyOfStrings() : KeyOf<Dictionary<string, string>>(
    Enumerable.Range(0, 100).ToDictionary(number => $"key-{number}", number => $"value-{number}"));
