namespace Refrain.Frames.Csv;

/// <summary>What can be told from a line of CSV without parsing it.</summary>
internal static class CsvLine
{
    private const string Separators = ",;\t|";

    /// <summary>The separator the first line that is not blank has most of, outside quotes; the comma when it has none.</summary>
    internal static char GuessSeparator(ReadOnlySpan<char> text, char quote)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var quoted = false;
        foreach (var c in text.TrimStart("\r\n"))
        {
            if (c == quote)
                quoted = !quoted;
            else if (!quoted && c is '\r' or '\n')
                break;
            else if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is var index and >= 0)
                counts[index]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return Separators[best];
    }

    /// <summary>Whether a field of a well-formed record is quoted.</summary>
    internal static bool IsQuoted(ReadOnlySpan<char> record, int field, char separator, char quote)
    {
        if (!record.Contains(quote))
            return false;
        var quoted = false;
        var start = 0;
        for (var i = 0; i < record.Length && field > 0; i++)
        {
            if (record[i] == quote && (quoted || i == start))
                quoted = !quoted;
            else if (record[i] == quote && record[i - 1] == quote && record[start] == quote)
                quoted = true;
            else if (record[i] == separator && !quoted)
                (field, start) = (field - 1, i + 1);
        }

        return record[start..].TrimStart(' ').StartsWith(quote);
    }
}
