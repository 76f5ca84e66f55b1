namespace Refrain.Frames.Tests.Docs;

/// <summary>What the page of an error calls wrong throws that error, and what it says to write runs.</summary>
public sealed class ErrorPageTests : DocumentTest
{
    /// <summary>What pages take for granted.</summary>
    internal static readonly Dictionary<string, string> Before = new()
    {
        ["RFN0201"] = """var data = new DataFrame(("Lat", new[] { 47.1 }));""",
        ["RFN0202"] = """var data = new DataFrame(("City", new[] { "Graz" }));""",
        ["RFN0204"] = """var data = new DataFrame(("City", new[] { "Graz" }));""",
        ["RFN0205"] = """var data = new DataFrame(("Rank", new[] { 1 })); int[] ranks = [2];""",
        ["RFN0206"] = """var data = new DataFrame(("Price", new double?[] { 1.5, null }));""",
        ["RFN0207"] = """var data = new DataFrame(("People", new[] { 1 }));""",
        ["RFN0208"] = """var data = new DataFrame(("City", new[] { "Graz" }), ("People", new[] { 1 }));""",
        ["RFN0209"] = """var data = new DataFrame(("City", new[] { "Graz" }), ("People", new[] { 1 })); int[] ranks = [2];""",
        ["RFN0212"] = """var data = new DataFrame(("Name", new[] { "Graz" }), ("Id", new[] { "AT-601" }));""",
        ["RFN0213"] = """var january = new DataFrame(("Zip", new[] { 8010 })); var february = new DataFrame(("Zip", new[] { "04109" }));""",
        ["RFN0214"] = """var data = new DataFrame(("Price", new double?[] { null }));""",
        ["RFN0215"] = """var data = new DataFrame(("Net", new[] { 10m }));""",
        ["RFN0216"] = """var data = new DataFrame(("Hour", Enumerable.Range(0, 24).ToArray()));""",
        ["RFN0217"] = """var data = new DataFrame(("Price", new[] { 1_000_000 }), ("Pieces", new[] { 1_000_000 }));""",
        ["RFN0220"] = """
            Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "data"));
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "data", "sales.csv"), "City\nGraz\n");
            """,
        ["RFN0221"] = """var token = "x"; _ = token;""",
    };

    /// <summary>Pages that show no C#: what is wrong with a file.</summary>
    private static readonly string[] WithoutCode = ["RFN0223", "RFN0228"];

    /// <summary>A page that asks an address of somebody else.</summary>
    private const string Outside = "RFN0221";

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(RepositoryRoot.PathTo("docs/errors"), "RFN02*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Except(WithoutCode).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_is_wrong_throws_the_error_that_its_page_explains(string id)
    {
        var wrong = Documents.OfError(id, "Instead of")!;
        if (id == Outside)
            wrong.Compile();
        else
            Assert.Equal(id, Assert.Throws<FrameException>(wrong.Run).Id);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_says_to_write_runs(string id)
    {
        var right = Documents.OfError(id, "write")!;
        if (id == Outside)
            right.Compile();
        else
            right.Run();
    }

    [Fact]
    public void A_quote_in_a_field_is_doubled()
    {
        var files = Documents.Text("docs/errors/RFN0223.md").Split("```text\n")[1..].Select(part => part.Split("```")[0]).ToList();

        Assert.Equal("RFN0223", Assert.Throws<FrameException>(() => DataFrame.ReadCsv(new StringReader(files[0]))).Id);
        Assert.Equal("the \"second\" city", DataFrame.ReadCsv(new StringReader(files[1]))[0, "Note"]);
    }
}
