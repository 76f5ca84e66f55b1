using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Tests.Lifetimes;

public class DurationTests
{
    [Theory, Trait("row", "D1")]
    [InlineData("90s", 90_000d)]
    [InlineData("1h", 3_600_000d)]
    [InlineData("1h30m", 5_400_000d)]
    [InlineData("2d", 172_800_000d)]
    [InlineData("500ms", 500d)]
    [InlineData("1d2h3m4s5ms", 93_784_005d)]
    [InlineData("5m5ms", 300_005d)]
    [InlineData("0s", 0d)]
    [InlineData("999999999h", 3_599_999_996_400_000d, false)]
    [InlineData("999999999m", 59_999_999_940_000d)]
    [InlineData("01:30:00", 5_400_000d)]
    [InlineData("1:30:05", 5_405_000d)]
    [InlineData("23:59:59", 86_399_000d)]
    [InlineData("00:00:00", 0d)]
    public void A_duration_is_read_by_its_units(string text, double milliseconds, bool fits = true)
    {
        Assert.Equal(fits, Duration.TryParse(text, out var duration));
        Assert.Equal(fits ? milliseconds : 0, duration.TotalMilliseconds);
    }

    [Theory, Trait("row", "D1")]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("s")]
    [InlineData("1")]
    [InlineData("1h30")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1H")]
    [InlineData("1 h")]
    [InlineData(" 1h")]
    [InlineData("1h\n")]
    [InlineData("-1h")]
    [InlineData("+1h")]
    [InlineData("1.5h")]
    [InlineData("1hm")]
    [InlineData("3 weeks")]
    [InlineData("١h")]
    [InlineData("1234567890s")]
    [InlineData("12345678d")]
    [InlineData("9999999d")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("00:00:60")]
    [InlineData("1:1:1")]
    [InlineData("01:30")]
    [InlineData("001:30:00")]
    [InlineData("01:30:00:00")]
    [InlineData(":30:00")]
    [InlineData("-1:30:00")]
    [InlineData("01:30:00 ")]
    [InlineData("01:30:00\n")]
    [InlineData("1h:30:00")]
    [InlineData("1.00:00:00")]
    public void Anything_else_is_none(string text) => Assert.False(Duration.TryParse(text, out _));
}
