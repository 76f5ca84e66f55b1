using System.Runtime.CompilerServices;

namespace Refrain.Frames.Queries;

/// <summary>A stable sort of row numbers by 64-bit keys, one byte of the key after another, the least significant first.</summary>
internal static class RadixSort
{
    private const int Digits = 8;
    private const int Buckets = 256;

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

    /// <summary>The first rows in the order of their keys, in an array as long as the given one.</summary>
    internal static int[] Sort(ulong[] keys, int[] rows, int count)
    {
        var counts = Count(keys.AsSpan(0, count));
        var otherKeys = new ulong[count];
        var otherRows = new int[rows.Length];
        for (var digit = 0; digit < Digits; digit++)
        {
            var buckets = counts.AsSpan(digit * Buckets, Buckets);
            if (count == 0 || buckets[(int)(keys[0] >> (digit * 8)) & 0xFF] == count)
                continue;
            Scatter(keys, rows, otherKeys, otherRows, buckets, digit * 8, count);
            (keys, otherKeys) = (otherKeys, keys);
            (rows, otherRows) = (otherRows, rows);
        }

        return rows;
    }

    private static void Scatter(ulong[] keys, int[] rows, ulong[] toKeys, int[] toRows, Span<int> buckets, int shift, int count)
    {
        var start = 0;
        for (var i = 0; i < buckets.Length; i++)
            (buckets[i], start) = (start, start + buckets[i]);
        for (var i = 0; i < count; i++)
        {
            var to = buckets[(int)(keys[i] >> shift) & 0xFF]++;
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
                counts[(digit * Buckets) + ((int)(key >> (digit * 8)) & 0xFF)]++;
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
