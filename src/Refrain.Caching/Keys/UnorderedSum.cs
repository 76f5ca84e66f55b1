using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refrain.Caching.Keys;

/// <summary>The digest of items that have no order, without sorting them: the sum of what a keyed pseudorandom function makes of each.</summary>
/// <remarks>
/// Clarke, Devadas, van Dijk, Gassend, Suh: "Incremental Multiset Hash Functions and Their Application to Memory Integrity Checking",
/// ASIACRYPT 2003, MSet-Add-Hash. The function is AES-128 in CBC-MAC over a block that says kinds and lengths, then the item's own
/// blocks, so no message is the beginning of another; then it is pseudorandom (Petrank and Rackoff: "CBC MAC for Real-Time Data Sources",
/// Journal of Cryptology 2000). Two different sets chosen without knowledge of the secret, which never leaves the process, differ in an item
/// whose two words of 64 bits are then independent of all others: the sums agree with a probability of 2^-128 (m² 2^-128 for a bag in which an
/// item stands m times more often), beside q² 2^-127 for the q blocks of both to be told from random, and 2^-128 for each pair of items
/// that only their <see cref="VectorHash"/> digests stand for.
/// </remarks>
internal struct UnorderedSum(BlockCipher cipher)
{
    /// <summary>Longer texts count by their digests.</summary>
    internal const int MostBytes = 256;

    private Vector128<ulong> _sum;
    private Vector128<byte> _state;
    private Vector128<ulong> _kinds;
    private Vector128<byte> _begun = cipher.Encrypt(default);

    internal readonly UInt128 Value => new(_sum[1], _sum[0]);

    /// <summary>Begins an item of one or two parts, by what they are; often that is what the item before was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(ulong first, ulong second)
    {
        var kinds = Vector128.Create(first, second);
        if (kinds != _kinds)
            (_kinds, _begun) = (kinds, cipher.Encrypt(kinds.AsByte()));
        _state = _begun;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(Vector128<byte> block) => _state = cipher.Encrypt(_state ^ block);

    internal void Add(KeyDigest digest)
    {
        Add(Vector128.Create(digest.A, digest.B).AsByte());
        Add(Vector128.Create(digest.C, digest.D).AsByte());
    }

    /// <summary>Adds bytes whose length has been said. The last block may overlap the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        if (bytes.Length < Vector128<byte>.Count)
        {
            if (!bytes.IsEmpty)
                Add(Short(ref first, bytes.Length));
            return;
        }

        var last = bytes.Length - Vector128<byte>.Count;
        for (var at = 0; at < last; at += Vector128<byte>.Count)
            Add(Vector128.LoadUnsafe(ref first, (nuint)at));
        Add(Vector128.LoadUnsafe(ref first, (nuint)last));
    }

    /// <summary>Adds the item to the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End() => _sum += _state.AsUInt64();

    /// <summary>Fewer than 16 bytes of text: the first and the last few of them, which overlap; of one character the same twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Short(ref byte first, int length)
    {
        if (length >= sizeof(ulong))
            return Vector128.Create(Read<ulong>(ref first), Read<ulong>(ref Unsafe.Add(ref first, length - sizeof(ulong)))).AsByte();
        if (length >= sizeof(uint))
            return Vector128.Create(Read<uint>(ref first), (ulong)Read<uint>(ref Unsafe.Add(ref first, length - sizeof(uint)))).AsByte();
        return Vector128.Create(Read<ushort>(ref first), (ulong)Read<ushort>(ref Unsafe.Add(ref first, length - sizeof(ushort)))).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TBits Read<TBits>(ref byte from)
        where TBits : unmanaged => Unsafe.ReadUnaligned<TBits>(ref from);
}
