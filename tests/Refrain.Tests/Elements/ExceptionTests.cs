using System.Reflection;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "A6")]
public class ExceptionTests
{
    private sealed class Report
    {
        public Report(bool fails)
        {
            if (fails) throw new InvalidOperationException("no report");
        }

        public static async Task SumAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("no sum");
        }
    }

    [Fact]
    public void An_error_is_its_type_and_its_message() =>
        Assert.Equal("""exception {"title":"FormatException","message":"no","frames":[]}""", WireOf(page => page.Exception(new FormatException("no"))));

    [Fact]
    public void The_calls_that_led_to_it_are_the_users_own()
    {
        var thrown = Caught(Load);

        var frames = ExceptionReport.Of(thrown).Frames;
        Assert.Equal(["Parse", "Load"], frames.Take(2).Select(frame => frame.Method.Split('.')[^1]));
        Assert.Equal("ExceptionTests.cs", frames[0].File);
        Assert.True(frames[0].Line > 0);

        static void Load() => Parse("twelve");
        static int Parse(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Names_are_as_they_are_written()
    {
        Assert.Equal("new Report", ExceptionReport.Of(Caught(() => _ = new Report(true))).Frames[0].Method);
        Assert.Equal("Report.SumAsync", ExceptionReport.Of(await Assert.ThrowsAsync<InvalidOperationException>(Report.SumAsync)).Frames[0].Method);
        Assert.Equal("a lambda in Names_are_as_they_are_written", ExceptionReport.Of(Caught(() => throw new InvalidOperationException())).Frames[0].Method);
    }

    [Fact]
    public void Wrapping_of_the_platform_is_taken_off()
    {
        var cause = new FormatException("no");

        Assert.Equal("FormatException", ExceptionReport.Of(new TargetInvocationException(cause)).Title);
        Assert.Equal("FormatException", ExceptionReport.Of(new AggregateException(cause)).Title);
        Assert.Equal("AggregateException", ExceptionReport.Of(new AggregateException(cause, cause)).Title);
    }

    [Fact]
    public void What_caused_it_is_said_once()
    {
        Assert.Equal(
            "outer\nCaused by FormatException: inner",
            ExceptionReport.Of(new InvalidOperationException("outer", new FormatException("inner"))).Message);
        Assert.Equal("outer: inner", ExceptionReport.Of(new InvalidOperationException("outer: inner", new FormatException("inner"))).Message);
    }

    [Fact]
    public void An_error_of_refrain_says_where_it_is_explained() =>
        Assert.Equal("docs/errors/RFN0301.md", ExceptionReport.Of(ElementErrors.MinOverMax("Slider", "a", 2, 1)).Help);

    [Fact]
    public void A_hidden_error_gives_its_reference_only() => Assert.Equal(
        """exception {"title":"Something went wrong","message":"The error was written to the log.","frames":[],"reference":"42"}""",
        FakePage.Json(ExceptionReport.Hidden("42")));

    private static Exception Caught(Action action) => Assert.ThrowsAny<Exception>(action);
}
