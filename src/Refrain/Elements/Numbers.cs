using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Refrain.Elements;

/// <summary>Numbers on their way between a script and a browser.</summary>
internal static class Numbers
{
    /// <summary>The largest whole number up to which a browser counts exactly: 2⁵³ − 1.</summary>
    public const long LargestInBrowser = 9_007_199_254_740_991;

    /// <summary>More decimals than these a <see cref="double"/> does not have.</summary>
    public const int MostDecimals = 15;

    /// <summary>Reads a number a browser sent as <typeparamref name="T"/>, exactly.</summary>
    public static T Read<T>(JsonElement sent)
        where T : struct, INumber<T>
    {
        if (sent.ValueKind != JsonValueKind.Number) throw Refused.Kind(sent, "a number");
        if (typeof(T) == typeof(double))
        {
            var number = sent.GetDouble();
            return double.IsFinite(number) ? T.CreateChecked(number) : throw Refused.Kind(sent, "a finite number");
        }

        // A browser may write 5 as 5.0 or 5e0; decimal takes each of them exactly.
        if (!sent.TryGetDecimal(out var exact) || exact != decimal.Truncate(exact)) throw Refused.Kind(sent, "a whole number");
        try
        {
            return T.CreateChecked(exact);
        }
        catch (OverflowException)
        {
            throw Refused.Kind(sent, $"a number that fits {Display.TypeName(typeof(T))}");
        }
    }

    /// <summary>How many digits after the point it takes to write all of these.</summary>
    public static int Decimals<T>(params ReadOnlySpan<T> numbers)
        where T : struct, INumber<T>
    {
        var decimals = 0;
        foreach (var number in numbers)
        {
            var text = double.CreateChecked(number).ToString("0.###############", CultureInfo.InvariantCulture);
            var point = text.IndexOf('.', StringComparison.Ordinal);
            if (point >= 0) decimals = Math.Max(decimals, text.Length - point - 1);
        }
        return decimals;
    }

    /// <summary>A number in an error: as it is written in C#.</summary>
    public static string Written<T>(T number)
        where T : struct, INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);
}
