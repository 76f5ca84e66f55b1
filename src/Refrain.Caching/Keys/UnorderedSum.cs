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
/// <remarks>
/// Each round of the cipher waits for the one before, so items are collected and several go through it side by side, as many as the processor
/// can have under way at once.
/// </remarks>
internal struct UnorderedSum
{
    /// <summary>Longer texts count by their digests.</summary>
    internal const int MostBytes = 256;

    /// <summary>The room that a sum needs to collect items in.</summary>
    internal const int Room = Lanes * MostBlocks;

    private const int Lanes = 8;
    private const int MostBlocks = 1 + (2 * MostBytes / BlockBytes);
    private const int BlockBytes = 16;

    private readonly BlockCipher _cipher;
    private readonly Vector128<byte>[] _blocks;
    private OfLanes<Vector128<byte>> _states;
    private OfLanes<int> _counts;
    private int _lane;
    private int _next;
    private Vector128<ulong> _kinds;
    private Vector128<byte> _begun;
    private Vector128<ulong> _kindsBefore;
    private Vector128<ulong> _sum;

    /// <param name="cipher">The pseudorandom function.</param>
    /// <param name="room">As many blocks as <see cref="Room"/> says.</param>
    internal UnorderedSum(BlockCipher cipher, Vector128<byte>[] room)
    {
        _cipher = cipher;
        _blocks = room;
        _begun = cipher.Encrypt(default);
    }

    /// <summary>How many items there were.</summary>
    internal int Count { get; private set; }

    /// <summary>Gives the sum of all items.</summary>
    internal UInt128 Finish()
    {
        Flush();
        return new(_sum[1], _sum[0]);
    }

    /// <summary>Begins an item of one or two parts, by what they are; often that is what the item before was, so its block goes through the cipher once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(ulong first, ulong second)
    {
        var kinds = Vector128.Create(first, second);
        _next = _lane * MostBlocks;
        if (kinds == _kinds)
            _states[_lane] = _begun;
        else
            BeginOther(kinds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(Vector128<byte> block) => _blocks[_next++] = block;

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
        if (bytes.Length < BlockBytes)
        {
            if (!bytes.IsEmpty)
                Add(Short(ref first, bytes.Length));
            return;
        }

        var last = bytes.Length - BlockBytes;
        for (var at = 0; at < last; at += BlockBytes)
            Add(Vector128.LoadUnsafe(ref first, (nuint)at));
        Add(Vector128.LoadUnsafe(ref first, (nuint)last));
    }

    /// <summary>Adds the item to the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End()
    {
        _counts[_lane] = _next - (_lane * MostBlocks);
        Count++;
        if (++_lane == Lanes)
            Flush();
    }

    /// <summary>An item that is a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddText(string text)
    {
        Begin((uint)text.Length, 0);
        Add(MemoryMarshal.AsBytes(text.AsSpan()));
        End();
    }

    /// <summary>An item that is two texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddTexts(string first, string second)
    {
        Begin((uint)first.Length, (uint)second.Length);
        Add(MemoryMarshal.AsBytes(first.AsSpan()));
        Add(MemoryMarshal.AsBytes(second.AsSpan()));
        End();
    }

    private void BeginOther(Vector128<ulong> kinds)
    {
        if (kinds == _kindsBefore)
        {
            (_kinds, _begun) = (kinds, _cipher.Encrypt(kinds.AsByte()));
            _states[_lane] = _begun;
            return;
        }

        _kindsBefore = kinds;
        _states[_lane] = default;
        Add(kinds.AsByte());
    }

    /// <summary>Lets the collected items through the cipher and adds them up.</summary>
    private void Flush()
    {
        for (var lane = _lane; lane < Lanes; lane++)
            _counts[lane] = 0;
        _cipher.Chain(_states, _blocks, MostBlocks, _counts);
        for (var lane = 0; lane < _lane; lane++)
            _sum += _states[lane].AsUInt64();
        _lane = 0;
    }

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

    [InlineArray(Lanes)]
    private struct OfLanes<TItem>
    {
        private TItem _first;
    }
}
