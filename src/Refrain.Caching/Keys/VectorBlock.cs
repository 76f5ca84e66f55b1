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

    internal static KeyDigest Hash(VectorSecret secret, int level, ReadOnlySpan<byte> block)
    {
        ref var message = ref MemoryMarshal.GetReference(block);
        ref var key = ref MemoryMarshal.GetReference(secret.Level(level));
        var sums = new Sums(ref key);
        var whole = block.Length / VectorBytes;
        var vector = 0;
        for (; vector < whole; vector++)
            sums.Add(Vector256.LoadUnsafe(ref message, (nuint)(vector * VectorBytes)), ref key, vector);

        var rest = block[(whole * VectorBytes)..];
        if (!rest.IsEmpty)
        {
            Span<byte> last = stackalloc byte[VectorBytes];
            last.Clear();
            rest.CopyTo(last);
            sums.Add(Vector256.Create<byte>(last), ref key, vector);
            vector++;
        }

        return sums.Total(secret.Padding(level, vector));
    }

    private ref struct Sums
    {
        private Vector256<uint> _key0, _key1, _key2, _key3;
        private Vector256<ulong> _sum0, _sum1, _sum2, _sum3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Sums(ref byte key)
        {
            _key0 = Load(ref key, 0);
            _key1 = Load(ref key, 1);
            _key2 = Load(ref key, 2);
            _sum0 = _sum1 = _sum2 = _sum3 = Vector256<ulong>.Zero;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(Vector256<byte> message, ref byte key, int vector)
        {
            var words = message.AsUInt32();
            _key3 = Load(ref key, vector + 3);
            _sum0 += Products(words + _key0);
            _sum1 += Products(words + _key1);
            _sum2 += Products(words + _key2);
            _sum3 += Products(words + _key3);
            (_key0, _key1, _key2) = (_key1, _key2, _key3);
        }

        internal readonly KeyDigest Total(ReadOnlySpan<ulong> padding) => new(
            Vector256.Sum(_sum0) + padding[0],
            Vector256.Sum(_sum1) + padding[1],
            Vector256.Sum(_sum2) + padding[2],
            Vector256.Sum(_sum3) + padding[3]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<uint> Load(ref byte key, int vector) =>
            Vector256.LoadUnsafe(ref key, (nuint)(vector * VectorBytes)).AsUInt32();

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
}
