using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Refrain.Caching.Keys;

/// <summary>NH: the universal hash of UMAC, from a block of up to 1024 bytes to 256 bits.</summary>
/// <remarks>
/// Black, Halevi, Krawczyk, Krovetz, Rogaway: "UMAC: Fast and Secure Message Authentication", CRYPTO 1999, theorems 1 and 2: two different
/// blocks of equal length collide with a probability of at most 2^-32 for each pass over a fresh part of the key, and the passes may share
/// one key of which each takes a shifted part (Toeplitz). Four passes: 2^-128. A shorter block counts as padded with zeros.
/// </remarks>
internal static class VectorBlock
{
    internal const int Bytes = 1024;
    internal const int Passes = 4;
    internal const int VectorBytes = 32;

    /// <remarks>The running sums are locals, so that they stay in registers.</remarks>
    internal static KeyDigest Hash(VectorSecret secret, int level, ReadOnlySpan<byte> block)
    {
        ref var key = ref MemoryMarshal.GetReference(secret.Level(level));
        ref var message = ref MemoryMarshal.GetReference(block);
        var whole = block.Length / VectorBytes;
        var (key0, key1, key2) = (Load(ref key, 0), Load(ref key, 1), Load(ref key, 2));
        Vector256<ulong> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (var vector = 0; vector < whole; vector++)
        {
            var words = Load(ref message, vector);
            var key3 = Load(ref key, vector + 3);
            sum0 += Products(words + key0);
            sum1 += Products(words + key1);
            sum2 += Products(words + key2);
            sum3 += Products(words + key3);
            key0 = key1;
            key1 = key2;
            key2 = key3;
        }

        var padding = secret.Padding(level, whole);
        var rest = block[(whole * VectorBytes)..];
        if (!rest.IsEmpty)
        {
            var words = LoadPadded(rest);
            sum0 += Products(words + key0);
            sum1 += Products(words + key1);
            sum2 += Products(words + key2);
            sum3 += Products(words + Load(ref key, whole + 3));
            padding = secret.Padding(level, whole + 1);
        }

        return new(
            Vector256.Sum(sum0) + padding[0],
            Vector256.Sum(sum1) + padding[1],
            Vector256.Sum(sum2) + padding[2],
            Vector256.Sum(sum3) + padding[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load(ref byte from, int vector) =>
        Vector256.LoadUnsafe(ref from, (nuint)(uint)(vector * VectorBytes)).AsUInt32();

    private static Vector256<uint> LoadPadded(ReadOnlySpan<byte> rest)
    {
        Span<byte> last = stackalloc byte[VectorBytes];
        last.Clear();
        rest.CopyTo(last);
        return Vector256.Create<byte>(last).AsUInt32();
    }

    /// <summary>The low half times the high half of each 64-bit lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Products(Vector256<uint> words)
    {
        var high = Vector256.ShiftRightLogical(words.AsUInt64(), 32);
        return Avx2.IsSupported
            ? Avx2.Multiply(words, high.AsUInt32())
            : (words.AsUInt64() & Vector256.Create((ulong)uint.MaxValue)) * high;
    }
}
