using System.Runtime.CompilerServices;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Tests.Keys;

/// <summary>Nobody can choose arguments that all meet in one bucket of a table.</summary>
public class HashSecretTests
{
    private const int Many = 20_000;

    [Fact]
    public void Numbers_that_are_multiples_of_the_size_of_a_table()
    {
        const int size = 108_631;
        Assert.InRange(LongestChain(number => ArgumentKey<int>.Hash(number * size), size), 1, 200);
        Assert.InRange(LongestChain(number => ArgumentKey<float>.Hash(BitConverter.Int32BitsToSingle(number * size)), size), 1, 200);
    }

    [Fact]
    public void Words_whose_halves_are_equal()
    {
        Assert.InRange(LongestChain(number => ArgumentKey<long>.Hash(((long)number << 32) | (uint)number)), 1, 4);
        Assert.InRange(LongestChain(number => ArgumentKey<double>.Hash(number)), 1, 4);
        Assert.InRange(LongestChain(number => ArgumentKey<DateTime>.Hash(new DateTime(number * 100_000_000L))), 1, 4);
    }

    [Fact]
    public void Pairs_of_words_that_cancel_out()
    {
        Assert.InRange(LongestChain(number => Hash((ulong)number, (ulong)number)), 1, 4);
        Assert.InRange(LongestChain(number => Hash((ulong)number * 0x9E3779B97F4A7C15ul, (ulong)number)), 1, 4);

        static int Hash(ulong low, ulong high) => ArgumentKey<Guid>.Hash(Unsafe.BitCast<(ulong, ulong), Guid>((low, high)));
    }

    [Fact]
    public void Pairs_of_numbers_that_cancel_out() =>
        Assert.InRange(LongestChain(number => ArgumentKey<(int, int)>.Hash((number, unchecked(-number * (int)0x9E3779B1)))), 1, 500);

    private static int LongestChain(Func<int, int> hash, int buckets = int.MaxValue) =>
        Enumerable.Range(1, Many).GroupBy(number => (uint)hash(number) % (uint)buckets).Max(chain => chain.Count());
}
