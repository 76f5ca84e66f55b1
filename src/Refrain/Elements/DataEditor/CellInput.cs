using System.Globalization;

namespace Refrain.Elements;

/// <summary>Values of cells as texts, as the CSV has them: what a browser sends and is told of an edited cell.</summary>
internal static class CellInput
{
    /// <summary>No text in a cell that somebody types is longer.</summary>
    internal const int LongestText = 10_000;

    private const int LongestShown = 40;

    private static readonly string[] Times =
        ["yyyy-MM-dd", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Durations = ["c", @"h\:mm", @"h\:mm\:ss", @"d\.h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF"];

    /// <summary>A value as text; <see langword="null"/> for none.</summary>
    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Reads what was typed; says what is wrong with it in words for who typed it.</summary>
    internal static string? Read(Type type, string typed, out object? value)
    {
        value = null;
        if (type == typeof(string))
        {
            value = typed;
            return null;
        }

        var text = typed.Trim();
        if (text.Length == 0)
            return null;
        value = Parsed(type, text);
        return value is null ? $"{Quoted(text)} is {Unlike(type)}." : null;
    }

    internal static string Quoted(string text) => $"“{(text.Length > LongestShown ? $"{text[..LongestShown]}…" : text)}”";

    private static object? Parsed(Type type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => bool.TryParse(text, out var yes) ? yes : null,
            TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : null,
            TypeCode.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var large) ? large : null,
            TypeCode.Single => float.TryParse(text, NumberStyles.Float, invariant, out var single) && float.IsFinite(single) ? single : null,
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) ? number : null,
            TypeCode.Decimal => decimal.TryParse(text, NumberStyles.Float, invariant, out var exact) ? exact : null,
            TypeCode.DateTime => DateTime.TryParseExact(text, Times, invariant, DateTimeStyles.RoundtripKind, out var time) ? time : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) ? day : null,
            _ => TimeSpan.TryParseExact(text, Durations, invariant, out var span) ? span : null,
        };
    }

    private static string Unlike(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "neither true nor false",
        TypeCode.Int32 => "no whole number between -2,147,483,648 and 2,147,483,647",
        TypeCode.Int64 => "no whole number between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807",
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "no number",
        TypeCode.DateTime => "no time like 2026-11-25 14:30",
        _ when type == typeof(DateOnly) => "no date like 2026-11-25",
        _ => "no duration like 1:30:00",
    };
}
