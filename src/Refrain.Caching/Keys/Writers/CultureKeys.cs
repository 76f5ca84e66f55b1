using System.Globalization;
using System.Text;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Cultures and encodings: by name, and what a program can change about one by the changed parts themselves.</summary>
internal static class CultureKeys
{
    internal static void Write(KeyStream stream, CultureInfo culture)
    {
        stream.Text(culture.Name);
        stream.Value(culture.UseUserOverride);
        stream.Value(culture.IsReadOnly);
        if (culture.IsReadOnly)
            return;
        stream.Value(culture.NumberFormat);
        var dates = culture.DateTimeFormat;
        stream.Value(dates.Calendar.GetType());
        stream.Value(dates.GetAllDateTimePatterns());
        stream.Value(dates.MonthNames);
        stream.Value(dates.AbbreviatedMonthNames);
        stream.Value(dates.DayNames);
        stream.Value(dates.AbbreviatedDayNames);
        stream.Value(dates.ShortestDayNames);
        stream.Value(dates.MonthGenitiveNames);
        stream.Value(dates.AbbreviatedMonthGenitiveNames);
        stream.Text(dates.AMDesignator);
        stream.Text(dates.PMDesignator);
        stream.Text(dates.DateSeparator);
        stream.Text(dates.TimeSeparator);
        stream.Value(dates.FirstDayOfWeek);
        stream.Value(dates.CalendarWeekRule);
        stream.Text(culture.TextInfo.ListSeparator);
    }

    internal static void Write(KeyStream stream, Encoding encoding)
    {
        stream.Text(encoding.WebName);
        stream.Bulk(encoding.Preamble);
        Write(stream, encoding.EncoderFallback, (encoding.EncoderFallback as EncoderReplacementFallback)?.DefaultString);
        Write(stream, encoding.DecoderFallback, (encoding.DecoderFallback as DecoderReplacementFallback)?.DefaultString);
    }

    /// <summary>What becomes of text that an encoding has no bytes for, and the other way round.</summary>
    private static void Write(KeyStream stream, object fallback, string? replacement)
    {
        stream.Value(fallback.GetType());
        stream.Text(replacement);
        if (!Platform.Made(fallback.GetType()))
            stream.Value(fallback);
    }
}
