namespace Refrain.Elements;

/// <summary>The colours of the points: the place of each row's label.</summary>
internal sealed record MapColors(IReadOnlyList<string> Labels, int[] Places)
{
    /// <summary>More colours nobody tells apart; the rarest labels share one.</summary>
    public const int Most = 8;

    /// <summary>A colour for each value of a column; of more than <see cref="Most"/> the most frequent have one each and the rest is "Other".</summary>
    public static MapColors From(Column column)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var rows = new int[column.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var label = column.Box(row) is { } value ? Display.Text(value) : "null";
            if (!seen.TryGetValue(label, out var at))
            {
                seen.Add(label, at = seen.Count);
                counts.Add(0);
            }

            counts[at]++;
            rows[row] = at;
        }

        var labels = seen.OrderBy(label => label.Value).Select(label => label.Key).ToArray();
        var frequent = Enumerable.Range(0, labels.Length).OrderByDescending(at => counts[at]).Take(labels.Length > Most ? Most - 1 : Most).ToList();
        var places = new int[labels.Length];
        Array.Fill(places, frequent.Count);
        for (var place = 0; place < frequent.Count; place++)
            places[frequent[place]] = place;
        for (var row = 0; row < rows.Length; row++)
            rows[row] = places[rows[row]];
        IEnumerable<string> other = labels.Length > Most ? ["Other"] : [];
        return new([.. frequent.Select(at => labels[at]), .. other], rows);
    }
}
