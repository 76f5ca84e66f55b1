using System.Numerics;

namespace Refrain.Caching.Keys.Writers;

/// <summary>The order of items by their digests, which is the same however they came.</summary>
internal static class ByDigest
{
    /// <summary>How deep items are looked into that show the same at first sight.</summary>
    private const int Deeper = 8;

    /// <summary>Looks deeper into items whose digests agree although they may differ in what they refer to.</summary>
    /// <remarks>Not within another look: sets that hold each other would look into each other for ever. What agrees at this depth too stays
    /// in the order in which it came.</remarks>
    internal static void TellApart<T>(KeyStream stream, KeyDigest[] digests, Func<int, T> item)
    {
        if (stream.IsPart)
            return;
        foreach (var same in Enumerable.Range(0, digests.Length).GroupBy(place => digests[place]).Where(same => same.Skip(1).Any()).ToArray())
        {
            foreach (var place in same)
                digests[place] = stream.Part(item(place), Deeper, out _);
        }
    }

    /// <summary>The places of the items in order.</summary>
    /// <remarks>
    /// High bits of a digest and the place in one word: words are sorted several times as quickly as digests. Two words of the digest are mixed,
    /// since one by itself differs by little where short items differ in one place. Items whose bits agree, about 2^-44 of all pairs of a
    /// million items, stay in the order in which they came; that costs a hit and never gives a wrong one, because the whole digests are written.
    /// </remarks>
    internal static int[] Order(ReadOnlySpan<KeyDigest> digests)
    {
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)digests.Length);
        var words = new ulong[digests.Length];
        for (var place = 0; place < words.Length; place++)
            words[place] = ((digests[place].A ^ digests[place].B) * 0x9E3779B97F4A7C15ul >> bits << bits) | (uint)place;
        Array.Sort(words);
        var places = new int[words.Length];
        for (var index = 0; index < places.Length; index++)
            places[index] = (int)(words[index] & ((1ul << bits) - 1));
        return places;
    }
}
