using System.Buffers.Binary;
using System.Numerics;

namespace Refrain.Frames.Buffers;

/// <summary>Bits of validity: bit <c>i</c> is set when row <c>i</c> has a value, least significant bit first.</summary>
internal static class Bitmap
{
    internal static int Bytes(int bits) => (bits + 7) / 8;

    internal static bool Get(ReadOnlySpan<byte> bits, int index) => (bits[index >> 3] & (1 << (index & 7))) != 0;

    internal static void Set(Span<byte> bits, int index, bool value)
    {
        if (value)
            bits[index >> 3] |= (byte)(1 << (index & 7));
        else
            bits[index >> 3] &= (byte)~(1 << (index & 7));
    }

    /// <summary>How many of the first bits are set.</summary>
    internal static int Count(ReadOnlySpan<byte> bits, int length)
    {
        var count = 0;
        var whole = length >> 3;
        var position = 0;
        for (; position + 8 <= whole; position += 8)
            count += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bits[position..]));
        for (; position < whole; position++)
            count += BitOperations.PopCount((uint)bits[position]);
        if ((length & 7) != 0)
            count += BitOperations.PopCount((uint)bits[whole] & ((1u << (length & 7)) - 1));
        return count;
    }

    /// <summary>Copies bits; a null source stands for all set. Target bits must be clear.</summary>
    internal static void Copy(ReadOnlySpan<byte> source, bool allSet, int from, Span<byte> target, int to, int length)
    {
        if (!allSet && (from & 7) == 0 && (to & 7) == 0)
        {
            source.Slice(from >> 3, length >> 3).CopyTo(target[(to >> 3)..]);
            var done = length & ~7;
            CopyOneByOne(source, from + done, target, to + done, length - done);
        }
        else if (allSet)
        {
            Fill(target, to, length);
        }
        else
        {
            CopyOneByOne(source, from, target, to, length);
        }
    }

    /// <summary>Sets a run of bits.</summary>
    internal static void Fill(Span<byte> bits, int from, int length)
    {
        for (; length > 0 && (from & 7) != 0; length--)
            Set(bits, from++, true);
        bits.Slice(from >> 3, length >> 3).Fill(0xFF);
        from += length & ~7;
        for (length &= 7; length > 0; length--)
            Set(bits, from++, true);
    }

    private static void CopyOneByOne(ReadOnlySpan<byte> source, int from, Span<byte> target, int to, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (Get(source, from + i))
                Set(target, to + i, true);
        }
    }
}
