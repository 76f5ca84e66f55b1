using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class DataEditorTests
{
    private static readonly DataFrame Stock = new(
        ("Fruit", new[] { "Apple", "Pear", "Plum" }), ("Count", new int?[] { 3, 5, null }), ("Kind", new[] { "fresh", "dried", "fresh" }));

    private static readonly Dictionary<string, GridColumn> Rules = new()
    {
        ["Fruit"] = new() { Required = true, MaxLength = 8 },
        ["Count"] = new() { Min = 0, Max = 99 },
        ["Kind"] = new() { Options = ["fresh", "dried"], Default = "fresh" },
    };

    private static readonly string Source = new FrameSource(Stock).Id;

    [Fact]
    public void It_is_a_grid_with_rules()
    {
        Assert.Equal(
            $$"""dataEditor {"rules":[{"index":0,"required":true,"maxLength":8},{"index":1,"min":0,"max":99},{"index":2,"options":["fresh","dried"],"default":"fresh"}],"dynamic":true,"source":"{{Source}}","rows":3,"columns":[{"index":0,"name":"Fruit","type":"text"},{"index":1,"name":"Count","type":"int32"},{"index":2,"name":"Kind","type":"text"}],"label":"Stock","options":[{"index":0},{"index":1,"min":0,"max":99},{"index":2}]}""",
            WireOf(page => page.DataEditor(Stock, GridRows.Dynamic, Rules, label: "Stock")));
        Assert.StartsWith("""dataEditor {"source":""", WireOf(page => page.DataEditor(Stock)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_edits_it_gives_the_data()
    {
        var page = new FakePage();

        var edited = page.DataEditor(Stock);

        Assert.Empty(edited.Changes);
        Assert.Equal("0 changes", edited.ToString());
        Assert.Equal(Stock.ContentId, edited.Frame.ContentId);
        Assert.Equal("null", page.Value);
    }

    [Fact]
    public void Edits_are_in_the_frame_and_in_the_list()
    {
        var page = Sent("""
            "cells":[[1,1," 7 "],[0,0,"Quince"],[2,0,"Fig"]],"deleted":[2],"added":[["Date","4","dried"],[null,"1","fresh"]]
            """);

        var edited = page.DataEditor(Stock, GridRows.Dynamic, Rules);

        Assert.Equal(["Quince", "Pear", "Date"], edited.Frame.Column<string>("Fruit"));
        Assert.Equal([3, 7, 4], edited.Frame.Column<int>("Count"));
        Assert.Equal([new CellChange(0, "Fruit", "Apple", "Quince"), new CellChange(1, "Count", 5, 7)], edited.Changes.Take(2));
        var added = Assert.IsType<RowAddition>(edited.Changes[2]);
        Assert.Equal(("Date", 4, "dried"), (added.Values["Fruit"], added.Values["Count"], added.Values["Kind"]));
        Assert.Equal([new RowDeletion(2)], edited.Changes.Skip(3));
        Assert.Equal(
            Json(""" "cells":[[0,0,"Quince"],[1,1,"7"],[2,0,"Fig"]],"deleted":[2],"added":[["Date","4","dried"],[null,"1","fresh"]] """), page.Value);
        Assert.Equal(["Apple", "Pear", "Plum"], Stock.Column<string>("Fruit"));
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_none()
    {
        var page = Sent(""" "cells":[[0,1,"3"],[2,1,null]] """);

        Assert.Empty(page.DataEditor(Stock).Changes);
        Assert.Equal("null", page.Value);
    }

    [Fact]
    public void A_frame_that_a_script_changes_is_its_own()
    {
        var edits = new EditedData(Stock, new GridEdits(Source, [new(0, 1, 9)], [], []));

        var mine = edits.Fresh();
        mine.Frame[0, "Count"] = 1;

        Assert.Equal(1, mine.Frame[0, "Count"]);
        Assert.Equal(9, edits.Fresh().Frame[0, "Count"]);
    }

    [Theory]
    [InlineData("""[0,1,"x"]""", "“x” is no whole number between -2,147,483,648 and 2,147,483,647.")]
    [InlineData("""[0,1,"-1"]""", "-1 is less than 0, the least that is taken here.")]
    [InlineData("""[0,1,"100"]""", "100 is more than 99, the most that is taken here.")]
    [InlineData("""[0,0,null]""", "A value is needed here.")]
    [InlineData("""[0,0,"Gooseberry"]""", "The text has more than 8 characters.")]
    [InlineData("""[0,2,"frozen"]""", "“frozen” is not one of the options.")]
    public void A_value_that_a_cell_may_not_have_is_left_out_and_said(string cell, string message)
    {
        var page = Sent($$""" "cells":[{{cell}},[1,1,"8"]] """);

        var edited = page.DataEditor(Stock, columns: Rules);

        Assert.Equal([new CellChange(1, "Count", 5, 8)], edited.Changes);
        Assert.Equal(message, Assert.Single(edited.Edits.Refused).Message);
        Assert.EndsWith($$""","refused":[[0,{{cell[3]}},"{{message}}"]]}""", Unescaped(page.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "added":[["Fig","x",null]] """, "“x” is no whole number between -2,147,483,648 and 2,147,483,647.")]
    [InlineData(""" "added":[["Fig","1","frozen"]] """, "“frozen” is not one of the options.")]
    public void An_added_row_is_checked_too(string sent, string message)
    {
        var edited = Sent(sent).DataEditor(Stock, GridRows.Dynamic, Rules);

        Assert.Equal(message, Assert.Single(edited.Edits.Refused).Message);
        Assert.Equal("Fig", Assert.IsType<RowAddition>(Assert.Single(edited.Changes)).Values["Fruit"]);
    }

    [Theory]
    [InlineData("7", "expected edits, got 7")]
    [InlineData("""{"of":"other"}""", "the edits were made in another table")]
    [InlineData("""{"of":"SOURCE","cells":7}""", "expected a list, got 7")]
    [InlineData("""{"of":"SOURCE","cells":[[0,1]]}""", "expected a cell, got [0,1]")]
    [InlineData("""{"of":"SOURCE","cells":[[3,1,"1"]]}""", "expected a row, got 3")]
    [InlineData("""{"of":"SOURCE","cells":[[0,3,"1"]]}""", "expected a column, got 3")]
    [InlineData("""{"of":"SOURCE","cells":[[0,1,1]]}""", "expected a text or null, got 1")]
    [InlineData("""{"of":"SOURCE","cells":[[0,1,"1"],[0,1,"2"]]}""", "a cell is edited twice")]
    [InlineData("""{"of":"SOURCE","cells":[[0,2,"dried"]]}""", "the column Kind cannot be edited")]
    [InlineData("""{"of":"SOURCE","deleted":[0,0]}""", "a row is deleted twice")]
    [InlineData("""{"of":"SOURCE","deleted":[-1]}""", "expected a row, got -1")]
    [InlineData("""{"of":"SOURCE","added":[["Fig"]]}""", "expected a row of 3 values, got [\"Fig\"]")]
    [InlineData("""{"of":"SOURCE","added":[["Fig","1","dried"]]}""", "the column Kind cannot be edited")]
    public void What_no_browser_can_have_made_is_refused_whole(string sent, string reason) => Refuses(
        sent.Replace("SOURCE", Source, StringComparison.Ordinal), reason,
        page => page.DataEditor(Stock, GridRows.Dynamic, new Dictionary<string, GridColumn> { ["Kind"] = new() { Disabled = true } }));

    [Theory]
    [InlineData(""" "deleted":[0] """)]
    [InlineData(""" "added":[["Fig",null,null]] """)]
    public void A_table_of_fixed_rows_keeps_them(string sent) =>
        Refuses(Json(sent), "rows were added or deleted, which this table does not allow", page => page.DataEditor(Stock));

    [Theory]
    [InlineData("cells", 5_001)]
    [InlineData("deleted", 5_001)]
    [InlineData("added", 1_001)]
    public void There_is_an_end_to_what_is_taken(string part, int count) => Refuses(
        Json($"\"{part}\":[{string.Join(',', Enumerable.Repeat("0", count))}]"), $"more than {count - 1} {part}", page => page.DataEditor(Stock, GridRows.Dynamic));

    [Theory]
    [InlineData(typeof(bool), "TRUE", "true")]
    [InlineData(typeof(int), "-12", "-12")]
    [InlineData(typeof(long), "9007199254740993", "9007199254740993")]
    [InlineData(typeof(float), "0.1", "0.1")]
    [InlineData(typeof(double), "1e3", "1000")]
    [InlineData(typeof(decimal), "1.10", "1.10")]
    [InlineData(typeof(string), " a ", " a ")]
    [InlineData(typeof(DateTime), "2026-11-25 14:30", "2026-11-25T14:30:00")]
    [InlineData(typeof(DateTime), "2026-11-25T14:30:05.5Z", "2026-11-25T14:30:05.5Z")]
    [InlineData(typeof(DateOnly), "2026-11-25", "2026-11-25")]
    [InlineData(typeof(TimeSpan), "1:30", "01:30:00")]
    [InlineData(typeof(TimeSpan), "-1.02:03:04", "-1.02:03:04")]
    [InlineData(typeof(int), "", null)]
    public void Values_are_texts_on_the_wire(Type type, string typed, string? text)
    {
        Assert.Null(CellInput.Read(type, typed, out var value));
        Assert.Equal(text, CellInput.Text(value));
        if (value is not null) Assert.IsType(type, value);
    }

    [Theory]
    [InlineData(typeof(bool), "neither true nor false")]
    [InlineData(typeof(int), "no whole number between -2,147,483,648 and 2,147,483,647")]
    [InlineData(typeof(long), "no whole number between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807")]
    [InlineData(typeof(float), "no number")]
    [InlineData(typeof(double), "no number")]
    [InlineData(typeof(decimal), "no number")]
    [InlineData(typeof(DateTime), "no time like 2026-11-25 14:30")]
    [InlineData(typeof(DateOnly), "no date like 2026-11-25")]
    [InlineData(typeof(TimeSpan), "no duration like 1:30:00")]
    public void What_a_type_does_not_have_is_said_in_words(Type type, string what)
    {
        Assert.Equal($"“1 2 3” is {what}.", CellInput.Read(type, "1 2 3", out _));
        Assert.Equal($"“{new string('x', 40)}…” is {what}.", CellInput.Read(type, new string('x', 41), out _));
    }

    [Fact]
    public void Wrong_rules_are_named()
    {
        ThrowsFor("Fruit", new() { Min = 1 }, "RFN0340: DataEditor: Min of the column Fruit (string) needs a column of numbers. Leave it out, or give it to another column.");
        ThrowsFor("Fruit", new() { Max = 1 }, "RFN0340: DataEditor: Max of the column Fruit (string) needs a column of numbers. Leave it out, or give it to another column.");
        ThrowsFor("Count", new() { MaxLength = 1 }, "RFN0340: DataEditor: MaxLength of the column Count (int) needs a column of text. Leave it out, or give it to another column.");
        ThrowsFor("Fruit", new() { MaxLength = 0 }, "RFN0325: DataEditor: MaxLength of the column \"Fruit\" is 0. Give 1 to 10000, or leave it out.");
        ThrowsFor("Count", new() { Options = ["x"] }, "RFN0341: DataEditor: Options of the column Count (int) does not fit it: “x” is no whole number between -2,147,483,648 and 2,147,483,647.");
        ThrowsFor("Count", new() { Options = [""] }, "RFN0341: DataEditor: Options of the column Count (int) does not fit it: It is empty.");
        ThrowsFor("Count", new() { Min = 1, Default = 0 }, "RFN0341: DataEditor: Default of the column Count (int) does not fit it: 0 is less than 1, the least that is taken here.");
        ThrowsFor("Citi", new(), "RFN0321: DataEditor: columns names the column \"Citi\", which is not there. The columns are: Fruit, Count, Kind.");
        Throws("height", "RFN0320: DataEditor: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.DataEditor(Stock, height: 0));

        static void ThrowsFor(string name, GridColumn options, string message) =>
            Throws("columns", message, page => page.DataEditor(Stock, columns: new Dictionary<string, GridColumn> { [name] = options }));
    }

    [Fact]
    public void One_edit_of_a_large_frame_shares_the_rest()
    {
        var numbers = new DataFrame(("a", new int[3_000_000]), ("b", new int[3_000_000]));
        var edits = new GridEdits("s", [new(1_500_000, 0, 7)], [], []);

        var frame = edits.ApplyTo(numbers);

        Assert.Equal(7, frame[1_500_000, "a"]);
        var shared = numbers.Buffers().Select(buffer => buffer.Buffer).ToHashSet(ReferenceEqualityComparer.Instance);
        Assert.InRange(frame.Buffers().Where(buffer => !shared.Contains(buffer.Buffer)).Sum(buffer => buffer.Bytes), 1, 4 << 20);
    }

    private static FakePage Sent(string parts) => new FakePage().Sends(Json(parts));

    private static string Json(string parts) => $$"""{"of":"{{Source}}",{{parts.Trim()}}}""";

    private static string Unescaped(string json) => json.Replace("\\u201C", "“", StringComparison.Ordinal).Replace("\\u201D", "”", StringComparison.Ordinal);
}
