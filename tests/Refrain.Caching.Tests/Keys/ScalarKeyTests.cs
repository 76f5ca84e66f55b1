using System.Numerics;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
[Trait("case", "100")]
public class ScalarKeyTests
{
    public enum Colour
    {
        Red,
        Green,
    }

    public enum Size : byte
    {
        Small,
        Large,
    }

    public sealed record Money(decimal Amount, string Currency);

    public readonly record struct Range(int From, int? To);

    [Fact]
    public void Arguments_of_these_types_are_keys_themselves()
    {
        bool[] exact =
        [
            ArgumentKey<int>.IsExact, ArgumentKey<string>.IsExact, ArgumentKey<double>.IsExact, ArgumentKey<bool>.IsExact,
            ArgumentKey<decimal>.IsExact, ArgumentKey<Guid>.IsExact, ArgumentKey<DateTime>.IsExact, ArgumentKey<DateTimeOffset>.IsExact,
            ArgumentKey<DateOnly>.IsExact, ArgumentKey<TimeSpan>.IsExact, ArgumentKey<Colour>.IsExact, ArgumentKey<int?>.IsExact,
            ArgumentKey<(int, string)>.IsExact, ArgumentKey<Money>.IsExact, ArgumentKey<Range>.IsExact, ArgumentKey<(Money, Range?)>.IsExact,
        ];
        Assert.All(exact, Assert.True);
    }

    [Fact]
    public void Arguments_of_these_types_are_digested()
    {
        bool[] exact =
        [
            ArgumentKey<object>.IsExact, ArgumentKey<int[]>.IsExact, ArgumentKey<List<int>>.IsExact, ArgumentKey<Uri>.IsExact,
            ArgumentKey<BigInteger>.IsExact, ArgumentKey<nint>.IsExact, ArgumentKey<(int, int[])>.IsExact, ArgumentKey<Type>.IsExact,
        ];
        Assert.All(exact, Assert.False);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(-1, -2)]
    [InlineData(127, 128)]
    [InlineData(1, 257)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void Ints(int left, int right)
    {
        Assert.True(Key.Same(left, left));
        Assert.False(Key.Same(left, right));
        Assert.False(Key.Same((long)left, right));
        Assert.False(Key.Same((object)left, (long)left));
    }

    [Fact]
    public void Floats_count_by_their_bits()
    {
        Assert.True(Key.Same(double.NaN, double.NaN));
        Assert.False(Key.Same(0.0, -0.0));
        Assert.False(Key.Same(1f, MathF.BitIncrement(1f)));
        Assert.False(Key.Same<object>(1.0, 1f));
    }

    [Theory]
    [InlineData(0x7FF8_0000_0000_0000, 0x7FF8_0000_0000_0001)]
    [InlineData(0x7FF8_0000_0000_0000, unchecked((long)0xFFF8_0000_0000_0000))]
    public void Each_kind_of_not_a_number_is_one_of_its_own(long left, long right)
    {
        var (first, second) = (BitConverter.Int64BitsToDouble(left), BitConverter.Int64BitsToDouble(right));
        Assert.False(Key.Same(first, second));
        Assert.False(Key.Same(new[] { first }, [second]));
        Assert.False(Key.Same((first, 1), (second, 1)));
    }

    [Fact]
    public void Scalars_of_different_types_are_different_things()
    {
        object?[] all =
        [
            null, false, true, (byte)1, (sbyte)1, (short)1, (ushort)1, '\u0001', 1, 1u, 1L, 1ul, 1f, 1.0, 1m, (Half)1, (Int128)1, (UInt128)1,
            new BigInteger(1), new Complex(1, 0), "1", TimeSpan.FromTicks(1), new DateTime(1), new DateOnly(1, 1, 2), new TimeOnly(1), Colour.Green, Size.Large,
            new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new System.Text.Rune('1'), new Index(1), ValueTuple.Create(1), DBNull.Value,
        ];
        Assert.Equal(all.Length, all.Select(Key.Of).Distinct().Count());
        Assert.Equal(all.Length, all.Select(Key.StableOf).Distinct().Count());
    }

    [Fact]
    public void A_time_zone_counts_by_its_rules()
    {
        var one = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(1), "x", "x");
        Assert.True(Key.Same(one, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(1), "x", "x")));
        Assert.False(Key.Same(one, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(2), "x", "x")));
    }

    [Fact]
    public void Decimals_count_with_their_scale() => Assert.False(Key.Same(1.0m, 1.00m));

    [Fact]
    public void Dates_count_with_their_kind_and_offset()
    {
        var noon = new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        Assert.False(Key.Same(noon, DateTime.SpecifyKind(noon, DateTimeKind.Unspecified)));
        Assert.False(Key.Same(new DateTimeOffset(noon), new DateTimeOffset(noon).ToOffset(TimeSpan.FromHours(1))));
        Assert.True(Key.Same(new DateTimeOffset(noon), new DateTimeOffset(noon)));
    }

    [Fact]
    public void Null_false_zero_and_empty_are_four_things()
    {
        object?[] all = [null, false, 0, ""];
        Assert.Equal(4, all.Select(Key.Of).Distinct().Count());
        Assert.False(Key.Same<int?>(null, 0));
        Assert.False(Key.Same(null, ""));
    }

    [Fact]
    [Trait("case", "104")]
    public void Enums_count_with_their_type()
    {
        Assert.False(Key.Same<object>(Colour.Red, Size.Small));
        Assert.False(Key.Same(Colour.Red, Colour.Green));
        Assert.False(Key.Same<object>(Colour.Red, 0));
    }

    [Fact]
    public void Records_and_tuples_count_by_their_parts()
    {
        Assert.True(Key.Same(new Money(1m, "EUR"), new Money(1m, "EUR")));
        Assert.False(Key.Same(new Money(1m, "EUR"), new Money(1.0m, "EUR")));
        Assert.False(Key.Same((1, "a"), (1, "b")));
        Assert.False(Key.Same(new Range(1, null), new Range(1, 0)));
        Assert.False(Key.Same<Money?>(null, new Money(1m, "EUR")));
    }

    [Fact]
    public void A_typed_key_allocates_nothing()
    {
        var (number, pair, money) = (1, (1, "a"), new Money(1m, "EUR"));
        Compare();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Compare();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Compare()
        {
            Assert.True(ArgumentKey<int>.Equals(number, number));
            Assert.True(ArgumentKey<(int, string)>.Equals(pair, pair));
            Assert.True(ArgumentKey<Money>.Equals(money, money));
            _ = ArgumentKey<int>.Hash(number) + ArgumentKey<(int, string)>.Hash(pair) + ArgumentKey<Money>.Hash(money);
        }
    }

    [Fact]
    public void Big_integers_count_by_value()
    {
        Assert.True(Key.Same(BigInteger.Pow(2, 100), BigInteger.Pow(4, 50)));
        Assert.False(Key.Same(BigInteger.Pow(2, 100), BigInteger.Pow(2, 100) + 1));
    }
}
