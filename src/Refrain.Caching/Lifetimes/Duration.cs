using System.Globalization;
using System.Text.RegularExpressions;

namespace Refrain.Caching.Lifetimes;

/// <summary>Reads durations as users write them: <c>90s</c>, <c>1h30m</c>, <c>2d</c>, <c>500ms</c>, <c>01:30:00</c>.</summary>
internal static partial class Duration
{
    internal const string Allowed = "write it as \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23)";

    internal static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (Colons().Match(text) is { Success: true } colons)
        {
            duration = new TimeSpan(Number(colons, "h"), Number(colons, "m"), Number(colons, "s"));
            return true;
        }

        if (Units().Match(text) is not { Success: true, Length: > 0 } units)
            return false;
        var milliseconds = Number(units, "d") * 86_400_000d + Number(units, "h") * 3_600_000d + Number(units, "m") * 60_000d
            + Number(units, "s") * 1000d + Number(units, "ms");
        if (milliseconds > TimeSpan.MaxValue.TotalMilliseconds / 2)
            return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<h>[01][0-9]|2[0-3]|[0-9]):(?<m>[0-5][0-9]):(?<s>[0-5][0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Colons();

    [GeneratedRegex(@"^(?=.)((?<d>[0-9]{1,7})d)?((?<h>[0-9]{1,9})h)?((?<m>[0-9]{1,9})m(?!s))?((?<s>[0-9]{1,9})s)?((?<ms>[0-9]{1,9})ms)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Units();
}
