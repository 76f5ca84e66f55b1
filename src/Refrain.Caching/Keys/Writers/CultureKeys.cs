using System.Globalization;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Cultures: by name, and what a program can change about one by the formats themselves.</summary>
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
        stream.Text(dates.AMDesignator);
        stream.Text(dates.PMDesignator);
        stream.Text(dates.DateSeparator);
        stream.Text(dates.TimeSeparator);
        stream.Value(dates.FirstDayOfWeek);
        stream.Value(dates.CalendarWeekRule);
    }
}
