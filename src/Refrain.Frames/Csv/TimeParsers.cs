using System.Globalization;
using System.Text;

namespace Refrain.Frames.Csv;

/// <summary>Reads dates.</summary>
internal struct DateParser(string[] formats, CultureInfo culture) : ICellParser<DateOnly>
{
    private int _last;

    public bool TryParse(ReadOnlySpan<byte> field, out DateOnly value)
    {
        Span<char> buffer = stackalloc char[DateText.MaxLength];
        value = default;
        if (!DateText.TryRead(field, buffer, out var length))
            return false;
        ReadOnlySpan<char> text = buffer[..length];
        for (var i = 0; i < formats.Length; i++)
        {
            // Nearly always all values of a column have one format: the last that fitted is tried first.
            var index = (i + _last) % formats.Length;
            if (!DateOnly.TryParseExact(text, formats[index], culture, DateTimeStyles.AllowWhiteSpaces, out value))
                continue;
            _last = index;
            return true;
        }

        return false;
    }
}

/// <summary>Reads dates with times; those with an offset become UTC.</summary>
internal struct DateTimeParser(string[] formats, CultureInfo culture) : ICellParser<DateTime>
{
    private int _last;

    public bool TryParse(ReadOnlySpan<byte> field, out DateTime value)
    {
        Span<char> buffer = stackalloc char[DateText.MaxLength];
        value = default;
        if (!DateText.TryRead(field, buffer, out var length))
            return false;
        ReadOnlySpan<char> text = buffer[..length];
        for (var i = 0; i < formats.Length; i++)
        {
            var index = (i + _last) % formats.Length;
            if (!DateTime.TryParseExact(text, formats[index], culture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, out value))
                continue;
            _last = index;
            return true;
        }

        return false;
    }
}

/// <summary>Reads lengths of time, as .NET writes them: <c>12:30:00</c>, <c>1.02:03:04.5</c>.</summary>
internal readonly struct TimeSpanParser(CultureInfo culture) : ICellParser<TimeSpan>
{
    public bool TryParse(ReadOnlySpan<byte> field, out TimeSpan value)
    {
        Span<char> buffer = stackalloc char[DateText.MaxLength];
        value = default;
        return DateText.TryRead(field, buffer, out var length) && TimeSpan.TryParse(buffer[..length], culture, out value);
    }
}

/// <summary>The text of a field that may be a time.</summary>
internal static class DateText
{
    /// <summary>No date is longer.</summary>
    internal const int MaxLength = 64;

    internal static bool TryRead(ReadOnlySpan<byte> field, Span<char> text, out int length)
    {
        length = 0;
        return field.Length is > 0 and <= MaxLength && Encoding.UTF8.TryGetChars(field, text, out length);
    }
}
