using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F1")]
public class WriteTests
{
    private readonly FakePage _page = new();

    public WriteTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    private sealed record Sale(string City, int Count, DateOnly Day);

    private sealed class Empty
    {
        public override string ToString() => "nothing inside";
    }

    [Fact]
    public void Text_and_numbers_share_a_line()
    {
        var l = new[] { 2, 3 };

        Assert.Equal("""markdown {"html":"<p>l[0] is: 2</p>"}""", WireOf(page => page.Write("l[0] is:", l[0])));
    }

    [Fact]
    public void Two_texts_are_two_values() => Assert.Equal("""markdown {"html":"<p>a b</p>"}""", WireOf(page => page.Write("a", "b")));

    [Fact]
    public void Text_and_a_number_after_text_are_three_values() =>
        Assert.Equal("""markdown {"html":"<p>a b 3</p>"}""", WireOf(page => page.Write("a", "b", 3)));

    [Fact]
    public void Up_to_eight_values_know_their_line_and_more_are_shown_too()
    {
        _page.Write(1, 2, 3, 4, 5, 6, 7, 8);
        _page.Write(1, 2, 3, 4, 5, 6, 7, 8, 9);

        Assert.Equal(["""markdown {"html":"<p>1 2 3 4 5 6 7 8</p>"}""", """markdown {"html":"<p>1 2 3 4 5 6 7 8 9</p>"}"""], _page.Drawn.Select(FakePage.Json));
        Assert.True(_page.Sites[0].Line > 0);
    }

    [Fact]
    public void Text_is_markdown() => Assert.Equal("""markdown {"html":"<h1>Big</h1>"}""", WireOf(page => page.Write("# Big")));

    public static TheoryData<object, string> Scalars => new()
    {
        { 1_000, "1000" },
        { -1.5, "-1.5" },
        { 2.50m, "2.50" },
        { true, "True" },
        { 'x', "x" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2026, 11, 20), "2026-11-20" },
        { new DateTime(2026, 11, 20, 13, 5, 9), "2026-11-20 13:05:09" },
        { new DateOnly(2026, 11, 20), "2026-11-20" },
        { new TimeOnly(13, 5, 9), "13:05:09" },
        { new TimeSpan(1, 2, 3, 4), "1.02:03:04" },
        { new DateTimeOffset(2026, 11, 20, 13, 5, 9, TimeSpan.FromHours(2)), "2026-11-20 13:05:09 +02:00" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { typeof(List<string>), "List&lt;string&gt;" },
        { new byte[1234], "1,234 bytes" },
        { new Uri("https://example.org/*a*"), "https://example.org/*a*" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_single_value_reads_as_text(object value, string text) =>
        Assert.Contains(text, WireOf(page => page.Write(value)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_said_so()
    {
        Assert.Equal("""markdown {"html":"<p><code>null</code></p>"}""", WireOf(page => page.Write(null)));
        Assert.Equal("""markdown {"html":"<p><code>null</code></p>"}""", WireOf(page => page.Write(DBNull.Value)));
    }

    [Fact]
    public void Lists_dictionaries_tuples_and_json_are_trees()
    {
        Assert.Equal("""json {"json":[1,2]}""", WireOf(page => page.Write(new List<int> { 1, 2 })));
        Assert.Equal("""json {"json":{"a":1}}""", WireOf(page => page.Write(new Dictionary<string, int> { ["a"] = 1 })));
        Assert.Equal("""json {"json":["a",1]}""", WireOf(page => page.Write(("a", 1))));
        Assert.Equal("""json {"json":{"a":[true,null]}}""", WireOf(page => page.Write(JsonNode.Parse("""{"a":[true,null]}"""))));
        Assert.Equal("""json {"json":{"a":1.5}}""", WireOf(page => page.Write(JsonDocument.Parse("""{"a":1.5}""").RootElement)));
        Assert.Equal("""json {"json":[[1],[2,3]]}""", WireOf(page => page.Write(new int[][] { [1], [2, 3] })));
        Assert.Equal("""json {"json":["a",1,null]}""", WireOf(page => page.Write(new List<object?> { "a", 1, null })));
    }

    [Fact]
    public void Objects_are_names_and_values()
    {
        Assert.Equal(
            """fields {"title":"Sale","fields":[{"name":"City","value":"Oslo"},{"name":"Count","value":"3"},{"name":"Day","value":"2026-11-20"}]}""",
            WireOf(page => page.Write(new Sale("Oslo", 3, new DateOnly(2026, 11, 20)))));
        Assert.Equal(
            """fields {"title":"Object","fields":[{"name":"a","value":"[1,2]"},{"name":"b","value":"null"}]}""",
            WireOf(page => page.Write(new { a = new[] { 1, 2 }, b = (string?)null })));
    }

    [Fact]
    public void An_object_without_members_is_its_text() =>
        Assert.Equal("""text {"text":"nothing inside"}""", WireOf(page => page.Write(new Empty())));

    [Fact]
    public void Frames_tables_objects_and_cells_are_grids()
    {
        using var table = new DataTable();
        table.Columns.Add("a", typeof(int));
        table.Rows.Add(1);

        Assert.All(
            [
                new DataFrame(("a", new[] { 1 })),
                table,
                new[] { new Sale("Oslo", 3, default) },
                new[] { new { a = 1 } }.Where(_ => true),
                new[,] { { 1, 2 }, { 3, 4 } },
                new DataFrame(("a", new[] { 1 }))["a"],
            ],
            (object data) => Assert.StartsWith("dataFrame {", WireOf(page => page.Write(data)), StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_are_shown_as_such() =>
        Assert.StartsWith("""exception {"title":"FormatException","message":"no""", WireOf(page => page.Write(new FormatException("no"))), StringComparison.Ordinal);

    [Fact]
    public void Values_of_many_kinds_keep_their_order()
    {
        _page.Write("The list", new[] { 1 }, "and", 2);

        Assert.Equal(
            ["""markdown {"html":"<p>The list</p>"}""", """json {"json":[1]}""", """markdown {"html":"<p>and 2</p>"}"""], _page.Drawn.Select(FakePage.Json));
    }

    [Fact]
    public void A_forgotten_await_is_named()
    {
        Throws(
            "value", "RFN0316: Write got a Task<int> that was not awaited. Write \"await\" before the call that made it, to show what it gives.",
            page => page.Write(Task.FromResult(1)));
        Throws(
            "value", "RFN0316: Write got a ValueTask<int> that was not awaited. Write \"await\" before the call that made it, to show what it gives.",
            page => page.Write(default(ValueTask<int>)));
    }

    [Fact]
    public void Numbers_are_never_markdown() =>
        Assert.Equal("""markdown {"html":"<p>- -1</p>"}""", WireOf(page => page.Write('-', -1)));
}
