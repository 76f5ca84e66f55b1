using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

public class JsonTests
{
    private sealed class Knot
    {
        public string Name { get; init; } = "k";

        public Knot? Next { get; set; }

        public int Broken => throw new InvalidOperationException("no value yet");
    }

    [Fact]
    [Trait("row", "F2")]
    public void Text_is_read_as_json()
    {
        Assert.Equal("""json {"json":{"city":"Oslo","people":[1,2.5,null,true]}}""", WireOf(page => page.Json("""{ "city": "Oslo", "people": [1, 2.5, null, true] }""")));
        Assert.Equal("""json {"json":null}""", WireOf(page => page.Json("null")));
        Assert.Equal("""json {"json":null}""", WireOf(page => page.Json(null)));
    }

    [Fact]
    public void Text_that_is_not_json_is_refused() => Throws(
        "value",
        "RFN0315: Json: the text is not JSON: 'o' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0. "
        + "Give JSON text, or the value itself; plain text goes to Ui.Text.",
        page => page.Json("oslo"));

    [Fact]
    public void Values_keep_their_kind()
    {
        Assert.Equal("""[1,2.5,"a","2026-11-20",true,null,"Friday"]""", Tree(new object?[] { 1, 2.5, "a", new DateOnly(2026, 11, 20), true, null, DayOfWeek.Friday }));
        Assert.Equal("""{"1":"a","2":"b"}""", Tree(new Dictionary<int, string> { [1] = "a", [2] = "b" }));
        Assert.Equal("""{"1":"a"}""", Tree(ImmutableSortedDictionary<int, string>.Empty.Add(1, "a")));
        Assert.Equal("""{"a":1,"b":{"c":2}}""", Tree(new { a = 1, b = new { c = 2 } }));
    }

    [Fact]
    public void What_a_browser_would_round_is_text()
    {
        Assert.Equal("""["9007199254740993","18446744073709551615","NaN","Infinity"]""", Tree(new object[] { 9_007_199_254_740_993L, ulong.MaxValue, double.NaN, double.PositiveInfinity }));
    }

    [Fact]
    public void A_long_list_says_how_much_is_left_out()
    {
        var tree = JsonTree.Of(Enumerable.Range(0, 12_345).ToArray())!.AsArray();

        Assert.Equal(101, tree.Count);
        Assert.Equal("… 12,245 more", tree[100]!.GetValue<string>());
    }

    [Fact]
    public void A_sequence_without_end_ends()
    {
        var tree = JsonTree.Of(Forever())!.AsArray();

        Assert.Equal(101, tree.Count);
        Assert.Equal("… more", tree[100]!.GetValue<string>());

        static IEnumerable<int> Forever()
        {
            for (var i = 0; ; i++) yield return i;
        }
    }

    [Fact]
    public void A_large_dictionary_says_how_much_is_left_out()
    {
        var tree = JsonTree.Of(Enumerable.Range(0, 150).ToDictionary(n => n, n => n))!.AsObject();

        Assert.Equal("… 50 more", tree["…"]!.GetValue<string>());
    }

    [Fact]
    public void Many_lists_of_many_stay_bounded()
    {
        var tree = JsonTree.Of(Enumerable.Range(0, 90).Select(_ => Enumerable.Range(0, 90).ToArray()).ToArray())!;

        Assert.InRange(tree.AsArray().Sum(list => list is JsonArray numbers ? numbers.Count : 1), 1_500, 2_200);
    }

    [Fact]
    public void Depth_and_long_texts_are_bounded()
    {
        object deep = 1;
        for (var i = 0; i < 50; i++) deep = new[] { deep };

        Assert.Equal("""[[[[[[[[[["… (Object[])"]]]]]]]]]]""", Tree(deep).Replace("object[]", "Object[]", StringComparison.Ordinal));
        Assert.EndsWith("… (1 characters more)", JsonTree.Of(new string('x', 5_001))!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_and_a_failing_member_are_said()
    {
        var knot = new Knot();
        knot.Next = knot;

        Assert.Equal(
            """{"Name":"k","Next":"(the same object as above)","Broken":"(threw InvalidOperationException: no value yet)"}""", Tree(knot));
    }

    private static string Tree(object? value)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return JsonTree.Of(value)!.ToJsonString(JsonTree.Readable);
    }
}
