using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refrain.Caching.Keys;

/// <summary>The digest of items that have no order, without sorting them: the sum of what a keyed pseudorandom function makes of each.</summary>
/// <remarks>
/// Clarke, Devadas, van Dijk, Gassend, Suh: "Incremental Multiset Hash Functions and Their Application to Memory Integrity Checking",
/// ASIACRYPT 2003, MSet-Add-Hash. The function is AES-128 in CBC-MAC over the item's blocks, the first of which is mixed with a mask for the kinds and
/// lengths of its parts (<see cref="UnorderedSecret"/>). Messages of equal kinds have equally many blocks, so none is the beginning of another; those
/// of different kinds begin differently by a block that nobody knows. Then it is pseudorandom (Petrank and Rackoff: "CBC MAC for Real-Time Data
/// Sources", Journal of Cryptology 2000). Two different sets chosen without knowledge of the secret, which never leaves the process, differ in an item
/// whose two words of 64 bits are then independent of all others: the sums agree with a probability of 2^-128 (m² 2^-128 for a bag in which an
/// item stands m times more often), beside q² 2^-127 for the q blocks of both to be told from random, and 2^-128 for each pair of items
/// that only their <see cref="VectorHash"/> digests stand for.
/// </remarks>
/// <remarks>Each round of the cipher waits for the one before, so items are collected and several go through it side by side.</remarks>
internal ref struct UnorderedSum
{
    /// <summary>Longer texts count by their digests.</summary>
    internal const int MostBytes = UnorderedSecret.LongestText * sizeof(char);

    /// <summary>The room that a sum needs to collect items in.</summary>
    internal const int Room = Lanes * MostBlocks;

    private const int Lanes = BlockCipher.Lanes;
    private const int MostBlocks = 2 * MostBytes / BlockBytes;
    private const int BlockBytes = 16;

    private readonly BlockCipher _cipher;
    private readonly ref Vector128<byte> _masks;
    private readonly ref Vector128<byte> _blocks; // the first of each lane, then the second of each …
    private OfLanes<int> _ends;
    private int _lane;
    private int _next;
    private int _flushed;
    private Vector128<byte> _mask;
    private Vector128<ulong> _sum;

    /// <param name="secret">The pseudorandom function.</param>
    /// <param name="room">As many blocks as <see cref="Room"/> says.</param>
    internal UnorderedSum(UnorderedSecret secret, Span<Vector128<byte>> room)
    {
        _cipher = secret.Cipher;
        _masks = ref secret.Masks;
        _blocks = ref room[..Room][0];
    }

    /// <summary>How many items there were.</summary>
    internal readonly int Count => _flushed + _lane;

    /// <summary>Gives the sum of all items.</summary>
    internal UInt128 Finish()
    {
        if (_lane > 0)
        {
            for (var lane = _lane; lane < Lanes; lane++)
                _ends[lane] = 0;
            Flush();
        }

        return new(_sum[1], _sum[0]);
    }

    /// <summary>Begins an item of one or two parts, by what they are: the length of a text, or another <see cref="UnorderedSecret"/> kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(int first, int second)
    {
        _next = _lane;
        _mask = Mask(first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(Vector128<byte> block)
    {
        Block(_next) = block;
        _next += Lanes;
    }

    internal void Add(KeyDigest digest)
    {
        Add(Vector128.Create(digest.A, digest.B).AsByte());
        Add(Vector128.Create(digest.C, digest.D).AsByte());
    }

    /// <summary>Adds a text whose length has been said.</summary>
    internal void Add(string text)
    {
        if (text.Length > 0)
            _next = Lay(text, _next, mask: default);
    }

    /// <summary>Adds the item to the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End()
    {
        if (_next == _lane)
            Add(Vector128<byte>.Zero);
        Block(_lane) ^= _mask;
        End(_next);
    }

    /// <summary>Adds pairs of texts, up to one that is anything else; gives <see langword="false"/> when there was none.</summary>
    /// <remarks>What follows for other items gives the same for these, at half the speed. A method by itself, so that what the loop needs stays in
    /// registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool MovePastTexts(ref Dictionary<string, string?>.Enumerator pairs)
    {
        while (pairs.MoveNext())
        {
            var (first, second) = pairs.Current;
            if (second is null || !IsPlain(first) || !IsPlain(second))
                return true;
            var next = Lay(first, _lane, Mask(first.Length, second.Length));
            End(Lay(second, next, mask: default));
        }

        return false;
    }

    /// <summary>The same for texts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool MovePastTexts(ref HashSet<string?>.Enumerator items)
    {
        while (items.MoveNext())
        {
            var text = items.Current;
            if (text is null || !IsPlain(text))
                return true;
            End(Lay(text, _lane, Mask(text.Length, 0)));
        }

        return false;
    }

    /// <summary>Neither empty nor too long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(string text) => (uint)(text.Length - 1) < UnorderedSecret.LongestText;

    /// <summary>The mask of an item of kinds that were checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector128<byte> Mask(int first, int second) =>
        Unsafe.Add(ref _masks, first) ^ Unsafe.Add(ref _masks, UnorderedSecret.Kinds + second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref Vector128<byte> Block(int place) => ref Unsafe.Add(ref _blocks, place);

    /// <summary>Lays a text that is not empty into blocks of a lane; gives the place of the next one. The last block may overlap the one before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place of its first block.</param>
    /// <param name="mask">What is mixed into that one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Lay(string text, int at, Vector128<byte> mask)
    {
        ref var first = ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text.GetPinnableReference()));
        if (text.Length > BlockBytes / sizeof(char))
            return LayLong(ref first, text.Length * sizeof(char), at, mask);
        Block(at) = Short(ref first, text.Length) ^ mask;
        return at + Lanes;
    }

    private readonly int LayLong(ref byte first, int length, int at, Vector128<byte> mask)
    {
        var last = length - BlockBytes;
        Block(at) = Vector128.LoadUnsafe(ref first) ^ mask;
        at += Lanes;
        for (var from = BlockBytes; from < last; from += BlockBytes, at += Lanes)
            Block(at) = Vector128.LoadUnsafe(ref first, (nuint)from);
        Block(at) = Vector128.LoadUnsafe(ref first, (nuint)last);
        return at + Lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End(int end)
    {
        _ends[_lane] = end;
        if (++_lane == Lanes)
            Flush();
    }

    /// <summary>Lets the collected items through the cipher and adds them up.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Flush()
    {
        _sum += _cipher.SumOfChains(MemoryMarshal.CreateSpan(ref _blocks, Room), _ends);
        (_flushed, _lane) = (Count, 0);
    }

    /// <summary>At most 16 bytes of text: the first and the last few of them, which may overlap; of one character the same twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Short(ref byte first, int characters)
    {
        ref var end = ref Unsafe.Add(ref first, (nuint)(uint)characters * sizeof(char));
        if (characters >= sizeof(ulong) / sizeof(char))
            return Vector128.Create(Read<ulong>(ref first), Read<ulong>(ref Unsafe.Subtract(ref end, sizeof(ulong)))).AsByte();
        if (characters >= sizeof(uint) / sizeof(char))
            return Vector128.Create(Read<uint>(ref first), (ulong)Read<uint>(ref Unsafe.Subtract(ref end, sizeof(uint)))).AsByte();
        return Vector128.Create(Read<ushort>(ref first), (ulong)Read<ushort>(ref first)).AsByte();
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
