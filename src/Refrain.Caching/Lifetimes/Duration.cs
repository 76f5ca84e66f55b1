using System.Globalization;

namespace Refrain.Caching.Lifetimes;

/// <summary>Reads durations as users write them: <c>90s</c>, <c>1h30m</c>, <c>2d</c>, <c>500ms</c>, <c>01:30:00</c>.</summary>
/// <remarks>The analyzers compile this file too, for a platform without generated regular expressions: what is an error at run time is one while typing.</remarks>
internal static class Duration
{
    internal const string Allowed = "write it as \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23)";

    /// <summary>The units in the order in which they may follow each other, with the digits that their number may have.</summary>
    private static readonly (string Name, double Milliseconds, int Digits)[] Units =
        [("d", 86_400_000, 7), ("h", 3_600_000, 9), ("m", 60_000, 9), ("s", 1000, 9), ("ms", 1, 9)];

    internal static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (Milliseconds(text) is not { } milliseconds || milliseconds > TimeSpan.MaxValue.TotalMilliseconds / 2)
            return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static double? Milliseconds(string text) => text.Split(':') is { Length: > 1 } parts ? OfColons(parts) : OfUnits(text);

    private static double? OfColons(string[] parts)
    {
        if (parts.Length != 3 || parts[0].Length > 2 || parts[1].Length != 2 || parts[2].Length != 2)
            return null;
        return Number(parts[0]) is { } hours and < 24 && Number(parts[1]) is { } minutes and < 60 && Number(parts[2]) is { } seconds and < 60
            ? (hours * 3600d + minutes * 60d + seconds) * 1000
            : null;
    }

    private static double? OfUnits(string text)
    {
        var (sum, at, next) = (0d, 0, 0);
        while (at < text.Length)
        {
            var number = Run(text, at, IsDigit);
            var unit = Run(text, at + number.Length, c => !IsDigit(c));
            var found = Array.FindIndex(Units, next, each => each.Name == unit);
            if (found < 0 || number.Length > Units[found].Digits || Number(number) is not { } count)
                return null;
            sum += count * Units[found].Milliseconds;
            (at, next) = (at + number.Length + unit.Length, found + 1);
        }

        return at > 0 ? sum : null;
    }

    private static string Run(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
            end++;
        return text.Substring(start, end - start);
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
