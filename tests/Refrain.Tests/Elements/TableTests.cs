using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class TableTests
{
    private static readonly DataFrame Cities = new(("City", new[] { "Oslo", "Bergen" }), ("People", new[] { 717_710, 291_940 }));

    [Fact]
    public void A_table_is_shown_by_its_source() => Assert.Equal(
        $$"""table {"source":"{{new FrameSource(Cities).Id}}","rows":2,"columns":[{"index":0,"name":"City","type":"text"},{"index":1,"name":"People","type":"int32"}],"label":"Table of 2 rows and 2 columns"}""",
        WireOf(page => page.Table(Cities)));

    [Fact]
    public void Label_and_options_reach_the_wire() => Assert.EndsWith(
        ""","label":"Cities","options":[{"index":1,"decimals":0}]}""",
        WireOf(page => page.Table(Cities, "Cities", new Dictionary<string, GridColumn> { ["People"] = new() { Decimals = 0 } })),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(DataFrameTests.Tabular), MemberType = typeof(DataFrameTests))]
    public void Everything_tabular_is_a_table(object data, string columns)
    {
        var page = new FakePage();
        page.Table(data);

        Assert.Equal(columns, string.Join(' ', Assert.IsType<Table>(Assert.Single(page.Drawn)).Columns.Select(column => $"{column.Name}:{column.Type}")));
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "data",
            "RFN0327: Table: data has 1,001 rows, and a table on the page has at most 1,000. Use DataFrame, which shows any number, or take a part of it with .Take(…).",
            page => page.Table(Enumerable.Range(0, 1_001)));
        Throws(
            "columns", """RFN0321: Table: columns names the column "Citi", which is not there. Did you mean "City"? The columns are: City, People.""",
            page => page.Table(Cities, columns: new Dictionary<string, GridColumn> { ["Citi"] = new() }));
    }
}
