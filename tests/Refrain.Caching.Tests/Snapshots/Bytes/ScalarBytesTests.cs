using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

#pragma warning disable CA1720 // Members are named by the types that they have.

namespace Refrain.Caching.Tests.Snapshots.Bytes;

[Trait("row", "D10")]
public class ScalarBytesTests
{
    public enum Colour : byte
    {
        Red,
        Blue = 200,
    }

    public sealed record All(
        bool Bool, char Char, sbyte SByte, byte Byte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong, Half Half, float Float, double Double,
        decimal Decimal, string? Text, DateTime Date, DateTimeOffset Offset, DateOnly Day, TimeOnly Time, TimeSpan Span, Guid Id, BigInteger Big, Version? Version,
        Uri? Uri, Colour Colour, int? Maybe, DateTime? Never, Int128 Huge, Rune Rune, DBNull? Null, Complex Complex);

    [Fact]
    public void Single_values_come_back_bit_by_bit()
    {
        Stored.Again(new All(
            true, '\uD800', -128, 255, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, Half.Epsilon, float.NaN,
            BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0001), 1.50m, "Größe 🎈", new(2024, 10, 27, 2, 30, 0, DateTimeKind.Local), new(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(-5)), DateOnly.MaxValue,
            TimeOnly.MaxValue, TimeSpan.MinValue, Guid.NewGuid(), BigInteger.Pow(-7, 300), new(1, 2, 3), new("a/b?c", UriKind.Relative), Colour.Blue, 7, null,
            Int128.MinValue, new('x'), DBNull.Value, new(1, -0.0)));
        Stored.Again(new All(
            false, 'a', 0, 0, 0, 0, 0, 0, 0, 0, default, -0f, 1e300, -0.0m, null, default, default, default, default, default, default, 0, null, null, (Colour)77, null,
            DateTime.MaxValue, 0, default, null, default));
    }

    [Fact]
    public void Texts_that_are_not_valid_come_back_as_they_were()
    {
        foreach (var text in new[] { "", "a\uD800b", new string('\uDC00', 100_000), new string('ü', 100_000), new string('x', 60_000), new string('ä', 200), new string('€', 30) })
            Assert.Equal(text, Stored.Again(text));
    }

    [Fact]
    public void Cultures_zones_encodings_and_patterns()
    {
        Stored.Again(CultureInfo.GetCultureInfo("de-AT"));
        Stored.Again(CultureInfo.InvariantCulture);
        Stored.Again(new CultureInfo("fr-FR"));
        Assert.Equal(TimeZoneInfo.Utc, Stored.Again(TimeZoneInfo.Utc));
        Stored.Again(TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna"));
        foreach (var encoding in new Encoding[] { Encoding.UTF8, new UTF8Encoding(false), new UTF8Encoding(false, true), Encoding.Latin1, Encoding.Unicode })
            Assert.Equal(encoding, Stored.Again(encoding));
        var regex = Stored.Again(new Regex("a+", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(2)));
        Assert.Matches(regex, "AA");
        Stored.Again(System.Net.IPAddress.Parse("fe80::1%3"));
        Assert.Equal(System.Net.IPAddress.Loopback, Stored.Of(System.Net.IPAddress.Loopback).Read<System.Net.IPAddress>());
    }

    [Fact]
    public void A_culture_whose_formats_were_changed_is_refused()
    {
        var culture = new CultureInfo("de-DE");
        culture.NumberFormat.NumberDecimalSeparator = ";";
        Assert.Equal(
            "RFN0161: What 'Load' returned cannot be stored: 'result' is a CultureInfo, a culture whose formats were changed. Return something without it, "
            + "or keep the function's values in memory only: leave out 'Persist'.", Stored.Refused(culture).Message);
    }
}
