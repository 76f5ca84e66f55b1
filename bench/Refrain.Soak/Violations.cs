using System.Collections.Concurrent;

namespace Refrain.Soak;

/// <summary>The rules that were seen broken.</summary>
internal static class Violations
{
    private const int MostShown = 20;

    private static readonly ConcurrentQueue<string> Seen = new();

    internal static int Count => Seen.Count;

    internal static IEnumerable<string> Shown => Seen.Take(MostShown);

    internal static void Require(bool holds, string rule)
    {
        if (!holds)
            Seen.Enqueue(rule);
    }
}
