using System.Globalization;

namespace Refrain.Caching.Lifetimes;

/// <summary>Reads sizes as users write them: <c>512MB</c>, <c>1.5GB</c>, <c>64KB</c>. A KB is 1,024 bytes.</summary>
/// <remarks>The analyzers compile this file too, for a platform without generated regular expressions: what is an error at run time is one while typing.</remarks>
internal static class ByteSize
{
    internal const string Allowed = "write it as \"64KB\", \"512MB\" or \"1.5GB\"";

    internal static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var end = text.Length;
        while (end > 0 && !IsDigit(text[end - 1]))
            end--;
        // One space may part the unit from the number.
        var start = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (UnitOf(text.Substring(start)) is not { } unit || NumberOf(text.Substring(0, end)) is not { } number || number * unit >= long.MaxValue)
            return false;
        bytes = (long)(number * unit);
        return true;
    }

    /// <summary>How many bytes a unit stands for.</summary>
    private static double? UnitOf(string text) => text.ToUpperInvariant() switch
    {
        "B" => 1,
        "KB" or "KIB" => 1L << 10,
        "MB" or "MIB" => 1L << 20,
        "GB" or "GIB" => 1L << 30,
        "TB" or "TIB" => 1L << 40,
        _ => null,
    };

    private static double? NumberOf(string text) =>
        text.Length > 0 && IsDigit(text[0]) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
