namespace Refrain.Bench.Rows;

/// <summary>One line of the report.</summary>
/// <param name="Case">What is measured, as the page's readers know it.</param>
/// <param name="Reach">What it shall reach.</param>
/// <param name="Measured">What this run measured.</param>
/// <param name="IsReached">Whether it did; <see langword="null"/> where a figure is only stated.</param>
internal sealed record Row(string Case, string Reach, string Measured, bool? IsReached)
{
    public override string ToString() => $"| {Case} | {Reach} | {Measured} | {IsReached switch { true => "yes", false => "**no**", null => "–" }} |";
}
