using System.Runtime.CompilerServices;

namespace Refrain.Frames.Queries;

/// <summary>A stable sort of row numbers by 64-bit keys, eleven bits of the key after another, the least significant first.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int Buckets = 1 << DigitBits;

    /// <summary>From here on two cores are quicker than one.</summary>
    private const int WorthParts = 1 << 17;

    /// <summary>A number in whose order, unsigned, the values stand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Key<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return OfDouble((double)(object)value);
        if (typeof(T) == typeof(float))
            return OfDouble((float)(object)value);
        if (typeof(T) == typeof(int))
            return OfLong((int)(object)value);
        if (typeof(T) == typeof(long))
            return OfLong((long)(object)value);
        if (typeof(T) == typeof(bool))
            return (bool)(object)value ? 1UL : 0UL;
        if (typeof(T) == typeof(DateTime))
            return OfLong(((DateTime)(object)value).Ticks);
        if (typeof(T) == typeof(DateOnly))
            return OfLong(((DateOnly)(object)value).DayNumber);
        if (typeof(T) == typeof(TimeSpan))
            return OfLong(((TimeSpan)(object)value).Ticks);
        throw new InvalidCastException($"{typeof(T)} has no order of 64 bits.");
    }

    /// <summary>The first rows in the order of their keys, in an array as long as the given one. Keys and rows are used up.</summary>
    internal static int[] Sort(ulong[] keys, int[] rows, int count)
    {
        var (otherKeys, otherRows) = (new ulong[count], new int[rows.Length]);
        if (count < WorthParts || Environment.ProcessorCount < 2)
            return SortPart(keys, rows, otherKeys, otherRows, 0, count) ? otherRows : rows;

        // Each half on a core of its own, and then both into the arrays that hold neither.
        var half = count / 2;
        var isMoved = new bool[2];
        Parallel.For(0, 2, part => isMoved[part] = SortPart(keys, rows, otherKeys, otherRows, part * half, part == 0 ? half : count - half));
        for (var part = 0; part < 2; part++)
        {
            if (isMoved[part])
                continue;
            var (from, length) = (part * half, part == 0 ? half : count - half);
            keys.AsSpan(from, length).CopyTo(otherKeys.AsSpan(from));
            rows.AsSpan(from, length).CopyTo(otherRows.AsSpan(from));
        }

        Merge(otherKeys, otherRows, half, count, rows);
        return rows;
    }

    /// <summary>Sorts a part of the arrays; says whether the result is in the other ones.</summary>
    private static bool SortPart(ulong[] keys, int[] rows, ulong[] otherKeys, int[] otherRows, int from, int count)
    {
        var counts = Count(keys.AsSpan(from, count));
        var isMoved = false;
        for (var digit = 0; digit < Digits; digit++)
        {
            var buckets = counts.AsSpan(digit * Buckets, Buckets);
            if (count == 0 || buckets[(int)(keys[from] >> (digit * DigitBits)) & (Buckets - 1)] == count)
                continue;
            Scatter(keys.AsSpan(from, count), rows.AsSpan(from, count), otherKeys.AsSpan(from, count), otherRows.AsSpan(from, count), buckets, digit * DigitBits);
            (keys, otherKeys) = (otherKeys, keys);
            (rows, otherRows) = (otherRows, rows);
            isMoved = !isMoved;
        }

        return isMoved;
    }

    private static void Merge(ulong[] keys, int[] rows, int half, int count, int[] to)
    {
        var (left, right) = (0, half);
        for (var i = 0; i < count; i++)
        {
            // Of equal ones the left comes first, which keeps the sort stable.
            var takesLeft = right == count || (left < half && keys[left] <= keys[right]);
            to[i] = takesLeft ? rows[left++] : rows[right++];
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Span<ulong> toKeys, Span<int> toRows, Span<int> buckets, int shift)
    {
        var start = 0;
        for (var i = 0; i < buckets.Length; i++)
            (buckets[i], start) = (start, start + buckets[i]);
        for (var i = 0; i < keys.Length; i++)
        {
            var to = buckets[(int)(keys[i] >> shift) & (Buckets - 1)]++;
            toKeys[to] = keys[i];
            toRows[to] = rows[i];
        }
    }

    private static int[] Count(ReadOnlySpan<ulong> keys)
    {
        var counts = new int[Digits * Buckets];
        foreach (var key in keys)
        {
            for (var digit = 0; digit < Digits; digit++)
                counts[(digit * Buckets) + ((int)(key >> (digit * DigitBits)) & (Buckets - 1))]++;
        }

        return counts;
    }

    private static ulong OfLong(long value) => (ulong)value ^ (1UL << 63);

    private static ulong OfDouble(double value)
    {
        // Zero has two forms that are equal; adding zero leaves one of them.
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }
}
