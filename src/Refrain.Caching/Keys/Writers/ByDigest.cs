using System.Numerics;

namespace Refrain.Caching.Keys.Writers;

/// <summary>The order of items by their digests, which is the same however they came.</summary>
internal static class ByDigest
{
    /// <summary>The places of the items in order.</summary>
    /// <remarks>
    /// The high bits of a digest and the place in one word: words are sorted several times as quickly as digests. Items whose high bits
    /// agree, fewer than 2^-40 of all pairs of a million items, stay in the order in which they came; that costs a hit and never gives a
    /// wrong one, because the whole digests are written.
    /// </remarks>
    internal static int[] Order(ReadOnlySpan<KeyDigest> digests)
    {
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)digests.Length);
        var words = new ulong[digests.Length];
        for (var place = 0; place < words.Length; place++)
            words[place] = (digests[place].A >> bits << bits) | (uint)place;
        Array.Sort(words);
        var places = new int[words.Length];
        for (var index = 0; index < places.Length; index++)
            places[index] = (int)(words[index] & ((1ul << bits) - 1));
        return places;
    }
}
