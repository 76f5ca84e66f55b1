using System.Globalization;

namespace Refrain.Frames.Csv;

/// <summary>The ways dates and times are written: ISO, the culture's, those with the name of the month, and those the user gives.</summary>
internal static class DateFormats
{
    /// <summary>Dates with the name of the month leave no doubt what is the day.</summary>
    private static readonly string[] Named = ["MMM d yyyy", "MMM d, yyyy", "d MMM yyyy"];

    private static readonly string[] Times = ["H:mm:ss", "H:mm", "H:mm:ss.FFFFFFF", "h:mm:ss tt", "h:mm tt"];

    internal static string[] Dates(CsvOptions options) =>
        [.. options.DateFormats, "yyyy-MM-dd", "yyyy/MM/dd", .. OfCulture(options.Culture), .. Named];

    internal static string[] DatesAndTimes(CsvOptions options) =>
    [
        .. options.DateFormats,
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        .. OfCulture(options.Culture).SelectMany(date => Times.Select(time => $"{date} {time}")),
        "yyyy-MM-dd",
        "yyyy/MM/dd",
        .. OfCulture(options.Culture),
        .. Named,
    ];

    /// <summary>The culture's short date with one or two digits for day and month, and with four or two for the year.</summary>
    private static string[] OfCulture(CultureInfo culture)
    {
        var four = culture.DateTimeFormat.ShortDatePattern.Replace("dd", "d", StringComparison.Ordinal).Replace("MM", "M", StringComparison.Ordinal);
        return four.Contains("yyyy", StringComparison.Ordinal) ? [four, four.Replace("yyyy", "yy", StringComparison.Ordinal)] : [four];
    }
}
