using System.Buffers;
using System.Globalization;

namespace Refrain.Frames.Rows.Views;

/// <summary>A cell as the CSV has it: numbers and dates in the invariant culture, so that they read back exactly.</summary>
internal static class CellText
{
    /// <summary>No value is written longer than this.</summary>
    internal const int Longest = 64;

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789+-.eEINnaifty");
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("0123456789-:.TZ+");

    /// <summary>Writes a value and gives the length of its text.</summary>
    internal delegate int Writer<in T>(T value, Span<char> room);

    internal static Writer<T> WriterOf<T>()
        where T : unmanaged
    {
        Delegate writer = default(T) switch
        {
            bool => new Writer<bool>(static (value, room) => Copied(value ? "true" : "false", room)),
            DateTime => new Writer<DateTime>(static (value, room) => Written(value, room, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK")),
            DateOnly => new Writer<DateOnly>(static (value, room) => Written(value, room, "yyyy-MM-dd")),
            int => new Writer<int>(static (value, room) => Written(value, room)),
            long => new Writer<long>(static (value, room) => Written(value, room)),
            float => new Writer<float>(static (value, room) => Written(value, room)),
            double => new Writer<double>(static (value, room) => Written(value, room)),
            decimal => new Writer<decimal>(static (value, room) => Written(value, room)),
            _ => new Writer<TimeSpan>(static (value, room) => Written(value, room)),
        };
        return (Writer<T>)writer;
    }

    /// <summary>Whether a text can be part of a value of this type at all.</summary>
    internal static bool CanContain<T>(string text)
        where T : unmanaged =>
        typeof(T) == typeof(bool)
            ? "true".Contains(text, StringComparison.OrdinalIgnoreCase) || "false".Contains(text, StringComparison.OrdinalIgnoreCase)
            : !text.AsSpan().ContainsAnyExcept(typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeSpan) ? TimeLetters : NumberLetters);

    private static int Written<T>(T value, Span<char> room, ReadOnlySpan<char> format = default)
        where T : ISpanFormattable
    {
        value.TryFormat(room, out var length, format, CultureInfo.InvariantCulture);
        return length;
    }

    private static int Copied(string text, Span<char> room)
    {
        text.CopyTo(room);
        return text.Length;
    }
}
