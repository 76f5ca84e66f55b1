using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Tests.Lifetimes;

public class ByteSizeTests
{
    [Theory]
    [InlineData("0B", 0)]
    [InlineData("100B", 100)]
    [InlineData("64KB", 65_536)]
    [InlineData("64 KB", 65_536)]
    [InlineData("64kb", 65_536)]
    [InlineData("64KiB", 65_536)]
    [InlineData("512MB", 536_870_912)]
    [InlineData("1.5GB", 1_610_612_736)]
    [InlineData("0.5MiB", 524_288)]
    [InlineData("2TB", 2_199_023_255_552)]
    public void A_size_is_read_by_its_unit(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("512")]
    [InlineData("MB")]
    [InlineData("much")]
    [InlineData("64  KB")]
    [InlineData(" 64KB")]
    [InlineData("64KB ")]
    [InlineData("64KB\n")]
    [InlineData("-1MB")]
    [InlineData("1,5GB")]
    [InlineData("1.GB")]
    [InlineData(".5GB")]
    [InlineData("1.2.3GB")]
    [InlineData("1e3MB")]
    [InlineData("1PB")]
    [InlineData("1BiB")]
    [InlineData("٥MB")]
    [InlineData("9999999999TB")]
    public void Anything_else_is_none(string text) => Assert.False(ByteSize.TryParse(text, out _));
}
