namespace Refrain.Frames.Tests.Docs;

/// <summary>The examples in the documents of members are compiled and run.</summary>
public sealed class ExampleTests : DocumentTest
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Documents.Examples.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles_and_runs(int example) => Documents.Examples[example].Run();

    [Fact]
    public void No_example_is_overlooked() => Assert.Equal(
        Directory.GetFiles(RepositoryRoot.PathTo("src/Refrain.Frames"), "*.cs").Sum(path => File.ReadAllText(path).Split("<example>").Length - 1), Documents.Examples.Count);
}
