using System.Collections;
using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
[Trait("case", "104")]
public class KnownKeyTests
{
    [Fact]
    public void Types_and_texts_of_the_platform()
    {
        Assert.True(Key.Same(typeof(int), typeof(int)));
        Assert.False(Key.Same(typeof(List<int>), typeof(List<long>)));
        Assert.True(Key.Same(new Uri("http://a/b"), new Uri("http://a/b")));
        Assert.False(Key.Same(new Uri("http://a/b"), new Uri("http://a/B")));
        Assert.False(Key.Same(new Version(1, 2), new Version(1, 2, 0)));
        Assert.True(Key.Same(new Regex("a.*b"), new Regex("a.*b")));
        Assert.False(Key.Same(new Regex("a.*b"), new Regex("a.*b", RegexOptions.IgnoreCase)));
        Assert.True(Key.Same(new StringBuilder("ab"), new StringBuilder().Append('a').Append('b')));
        Assert.False(Key.Same(new BitArray([true, false]), new BitArray([true, true])));
        Assert.False(Key.Same(new BitArray(2), new BitArray(3)));
        Assert.False(Key.Same(new CultureInfo("de-DE"), new CultureInfo("fr-FR")));
        Assert.False(Key.Same<Encoding>(new UTF8Encoding(true), new UTF8Encoding(false)));
        Assert.False(Key.Same(XElement.Parse("<a/>"), XElement.Parse("<b/>")));
    }

    [Fact]
    public void A_culture_that_was_changed_is_another()
    {
        var changed = new CultureInfo("de-DE", useUserOverride: false);
        changed.NumberFormat.NumberDecimalSeparator = "'";
        Assert.False(Key.Same(new CultureInfo("de-DE", useUserOverride: false), changed));
    }

    [Fact]
    public void Json_counts_by_content_in_any_order_of_members()
    {
        Assert.True(Key.Same(JsonNode.Parse("""{"a":1,"b":[2,null]}"""), JsonNode.Parse("""{ "b": [2, null], "a": 1 }""")));
        Assert.True(Key.Same(JsonNode.Parse("""{"a":"x"}"""), new JsonObject { ["a"] = "x" }));
        Assert.False(Key.Same(JsonNode.Parse("""{"a":1}"""), JsonNode.Parse("""{"a":1.0}""")));
        Assert.False(Key.Same(JsonNode.Parse("[1,2]"), JsonNode.Parse("[2,1]")));
        Assert.False(Key.Same(JsonNode.Parse("""["1"]"""), JsonNode.Parse("[1]")));
        Assert.True(Key.Same(Element("""{"a":1,"b":2}"""), Element("""{"b":2,"a":1}""")));
        Assert.False(Key.Same(Element("[true]"), Element("[false]")));

        static JsonElement Element(string text) => JsonDocument.Parse(text).RootElement;
    }

    [Fact]
    public void Json_text_that_is_no_unicode_is_a_key_too()
    {
        Assert.True(Key.Same(Element("""["\ud800"]"""), Element("""["\ud800"]""")));
        Assert.False(Key.Same(Element("""["\ud800"]"""), Element("""["\ud801"]""")));
        Assert.False(Key.Same(Element("""["\ud800"]"""), Element("""["\\ud800"]""")));
        Assert.True(Key.Same(Element("""{"\ud800":1,"b":2}"""), Element("""{"b":2,"\ud800":1}""")));
        Assert.False(Key.Same(Element("""{"\ud800":1}"""), Element("""{"\ud801":1}""")));
        Assert.False(Key.Same(Element("""{"\ud800":1}"""), Element("""{"\\ud800":1}""")));
        Assert.False(Key.Same(JsonNode.Parse("""["\ud800"]"""), JsonNode.Parse("""["\ud801"]""")));
        Assert.False(Key.Same<JsonNode>(JsonValue.Create("\ud800"), JsonValue.Create("\ud801")));

        static JsonElement Element(string text) => JsonDocument.Parse(text).RootElement;
    }

    [Fact]
    public void Data_tables_count_by_columns_and_rows()
    {
        Assert.True(Key.Same(Table(1, "a"), Table(1, "a")));
        Assert.False(Key.Same(Table(1, "a"), Table(2, "a")));
        Assert.False(Key.Same(Table(1, "a"), Table(1, DBNull.Value)));
        var renamed = Table(1, "a");
        renamed.Columns[0].ColumnName = "Number";
        Assert.False(Key.Same(Table(1, "a"), renamed));

        static DataTable Table(params object[] row)
        {
            var table = new DataTable("sales") { Locale = CultureInfo.InvariantCulture };
            table.Columns.Add("Id", typeof(int));
            table.Columns.Add("Name", typeof(string));
            table.Rows.Add(row);
            return table;
        }
    }

    [Fact]
    public void Streams_count_by_content_and_position_which_stays_where_it_was()
    {
        using var stream = new MemoryStream([1, 2, 3]) { Position = 1 };
        using var same = new MemoryStream([1, 2, 3]) { Position = 1 };
        using var moved = new MemoryStream([1, 2, 3]);
        using var other = new MemoryStream([1, 2, 4]) { Position = 1 };
        Assert.True(Key.Same(stream, same));
        Assert.False(Key.Same(stream, moved));
        Assert.False(Key.Same(stream, other));
        Assert.Equal(1, stream.Position);
    }

    [Fact]
    public void Files_count_by_path_length_and_time()
    {
        var path = Path.GetTempFileName();
        try
        {
            var before = Key.Of(new FileInfo(path));
            Assert.Equal(before, Key.Of(new FileInfo(path)));
            File.WriteAllText(path, "more");
            Assert.NotEqual(before, Key.Of(new FileInfo(path)));
            Assert.NotEqual(before, Key.Of(new FileInfo(path + ".missing")));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Memory_counts_by_what_it_spans()
    {
        byte[] bytes = [1, 2, 3, 2, 3];
        Assert.True(Key.Same<ReadOnlyMemory<byte>>(bytes.AsMemory(1, 2), bytes.AsMemory(3, 2)));
        Assert.False(Key.Same<ReadOnlyMemory<byte>>(bytes.AsMemory(1, 2), bytes.AsMemory(0, 2)));
    }
}
