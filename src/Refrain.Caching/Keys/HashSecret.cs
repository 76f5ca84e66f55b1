using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Refrain.Caching.Keys;

/// <summary>What makes the hashes of typed keys unpredictable, so that nobody can choose arguments that all meet in one bucket.</summary>
/// <remarks>
/// A word is multiplied by a secret odd number, of which the high bits are taken (Dietzfelbinger and others: "A Reliable Randomized Algorithm
/// for the Closest-Pair Problem", 1997): two chosen words meet with a probability of at most 2^-31. Half a word only gets a secret added
/// bit by bit: distinct ones never meet, and which multiples of a table's size become a chain depends on the secret.
/// </remarks>
internal static class HashSecret
{
    internal static readonly uint Bits = Word();

    /// <summary>By which a table multiplies a hash to spread it over its buckets: odd, and in its upper half the golden ratio, so that numbers at equal
    /// distances lie evenly (Knuth: "The Art of Computer Programming", volume 3, 6.4).</summary>
    internal static readonly uint Multiplier = 0x9E370000u | (Word() >> 16) | 1;

    internal static readonly ulong Factor = LongWord();
    internal static readonly ulong SecondFactor = LongWord();

    private static uint Word() => MemoryMarshal.Read<uint>(RandomNumberGenerator.GetBytes(sizeof(uint)));

    private static ulong LongWord() => MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;
}
