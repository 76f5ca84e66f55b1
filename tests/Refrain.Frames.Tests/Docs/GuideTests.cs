namespace Refrain.Frames.Tests.Docs;

/// <summary>What docs/frames.md shows is compiled and run, each snippet as a program of its own.</summary>
public sealed class GuideTests : DocumentTest
{
    public static TheoryData<int> Snippets => [.. Enumerable.Range(0, Documents.Guide.Count)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_of_the_guide_compiles_and_runs(int snippet) => Documents.Guide[snippet].Run();

    [Fact]
    public void The_guide_has_snippets() => Assert.True(Documents.Guide.Count > 15);
}
