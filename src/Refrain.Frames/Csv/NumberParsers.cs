using System.Globalization;

namespace Refrain.Frames.Csv;

/// <summary>What the parsers of numbers agree on.</summary>
internal static class NumberText
{
    internal const NumberStyles Integer = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    internal const NumberStyles Fraction = Integer | NumberStyles.AllowDecimalPoint;

    internal const NumberStyles Float = Fraction | NumberStyles.AllowExponent;

    /// <summary>Whether a field is a code that only looks like a number: postal codes and phone numbers begin with a zero or a plus.</summary>
    internal static bool IsCode(ReadOnlySpan<byte> field)
    {
        var text = field.TrimStart((byte)' ');
        if (text.Length > 0 && text[0] == '+')
            return true;
        if (text.Length > 0 && text[0] == '-')
            text = text[1..];
        return text.Length > 1 && text[0] == '0' && char.IsAsciiDigit((char)text[1]);
    }

    /// <summary>Whether a field is a whole number, of any size.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> field)
    {
        var text = field.Trim((byte)' ').TrimStart((byte)'-');
        return text.Length > 0 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}

/// <summary>Reads 32-bit integers.</summary>
internal readonly struct IntParser(NumberFormatInfo format, bool codes = false) : ICellParser<int>
{
    public bool TryParse(ReadOnlySpan<byte> field, out int value) =>
        int.TryParse(field, NumberText.Integer, format, out value) && (codes || !NumberText.IsCode(field));
}

/// <summary>Reads 64-bit integers.</summary>
internal readonly struct LongParser(NumberFormatInfo format, bool codes = false) : ICellParser<long>
{
    public bool TryParse(ReadOnlySpan<byte> field, out long value) =>
        long.TryParse(field, NumberText.Integer, format, out value) && (codes || !NumberText.IsCode(field));
}

/// <summary>Reads floating point numbers of 32 bits.</summary>
internal readonly struct FloatParser(NumberFormatInfo format) : ICellParser<float>
{
    public bool TryParse(ReadOnlySpan<byte> field, out float value) => float.TryParse(field, NumberText.Float, format, out value);
}

/// <summary>Reads floating point numbers; whole ones only where a <c>long</c> holds them, since a double would lose digits of longer ones.</summary>
internal readonly struct DoubleParser(NumberFormatInfo format, bool codes = false) : ICellParser<double>
{
    public bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        const double LongestExact = 9e18;
        return double.TryParse(field, NumberText.Float, format, out value)
            && (codes || (!NumberText.IsCode(field) && (Math.Abs(value) < LongestExact || !NumberText.IsWhole(field))));
    }
}

/// <summary>Reads decimals.</summary>
internal readonly struct DecimalParser(NumberFormatInfo format, bool codes = false) : ICellParser<decimal>
{
    public bool TryParse(ReadOnlySpan<byte> field, out decimal value) =>
        decimal.TryParse(field, codes ? NumberText.Float : NumberText.Fraction, format, out value) && (codes || !NumberText.IsCode(field));
}

/// <summary>Reads <c>true</c> and <c>false</c>, case ignored.</summary>
internal readonly struct BoolParser : ICellParser<bool>
{
    public bool TryParse(ReadOnlySpan<byte> field, out bool value)
    {
        var text = field.Trim((byte)' ');
        value = System.Text.Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8);
    }
}
