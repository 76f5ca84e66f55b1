namespace Refrain.Caching.Keys.Writers;

/// <summary>The order of items by their digests, which is the same however they came.</summary>
internal static class ByDigest
{
    /// <summary>The places of the items in order.</summary>
    internal static int[] Order(KeyDigest[] digests)
    {
        var first = new ulong[digests.Length];
        var places = new int[digests.Length];
        for (var place = 0; place < places.Length; place++)
        {
            first[place] = digests[place].A;
            places[place] = place;
        }

        // One word decides almost always, and words are sorted several times as quickly.
        Array.Sort(first, places);
        for (var place = 1; place < places.Length; place++)
        {
            if (first[place] == first[place - 1])
            {
                Array.Sort(places, (left, right) => digests[left].CompareTo(digests[right]));
                break;
            }
        }

        return places;
    }
}
