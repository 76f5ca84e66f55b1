using System.Globalization;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class MetricTests
{
    public MetricTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    [Fact]
    [Trait("row", "F3")]
    public void A_number_is_written_in_groups() =>
        Assert.Equal("""metric {"label":"Pickups","value":"1,204,310","deltaColor":"normal"}""", WireOf(page => page.Metric("Pickups", 1_204_310)));

    [Fact]
    public void Numbers_follow_the_culture_of_the_app()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Assert.Equal("""metric {"label":"a","value":"1.234,5","deltaColor":"normal"}""", WireOf(page => page.Metric("a", 1234.5)));
    }

    [Theory]
    [InlineData(3, "3", "up")]
    [InlineData(-3, "-3", "down")]
    [InlineData(0, "0", "flat")]
    [InlineData(-0.25, "-0.25", "down")]
    [InlineData("+4 %", "+4 %", "up")]
    [InlineData("-4 %", "-4 %", "down")]
    public void The_sign_of_the_change_is_its_direction(object delta, string text, string direction) =>
        Assert.Equal(
            $$"""metric {"label":"a","value":"1","delta":"{{text}}","direction":"{{direction}}","deltaColor":"inverse"}""",
            WireOf(page => page.Metric("a", 1, delta, DeltaColor.Inverse)));

    [Fact]
    public void Nothing_is_a_dash_and_no_change_is_none()
    {
        Assert.Equal("""metric {"label":"a","value":"—","deltaColor":"normal"}""", WireOf(page => page.Metric("a", null)));
        Assert.Equal("""metric {"label":"a","value":"x","deltaColor":"normal"}""", WireOf(page => page.Metric("a", "x", "")));
    }

    [Fact]
    public void A_label_is_needed() => Throws(
        "label",
        "RFN0300: Metric has an empty label. Give it one that says what it is; screen readers say it even where it is not seen. "
        + "A widget takes labelVisibility: LabelVisibility.Hidden to hide it.",
        page => page.Metric("", 1));
}
