namespace Refrain.Frames.Columns;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate that needs the fewest edits (Levenshtein, case ignored), or null when none is close.</summary>
    internal static string? To(string name, IEnumerable<string> candidates)
    {
        var best = default(string);
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var edits = Edits(name, candidate);
            if (edits < least)
                (best, least) = (candidate, edits);
        }

        return least <= Math.Max(1, Math.Max(name.Length, best?.Length ?? 0) * 2 / 3) && least < name.Length ? best : null;
    }

    private static int Edits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 0; i < left.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i]) == char.ToUpperInvariant(right[j]);
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
