using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Refrain.Frames.Tests.Json;

[Trait("row", "B4")]
public sealed class JsonLinesTests
{
    [Fact]
    public void A_line_is_a_row_and_a_member_a_column()
    {
        var data = Read("""
            {"city":"Graz","people":291000,"share":0.5,"open":true,"day":"2025-01-31","at":"2025-01-31T12:30:00","zip":"08010"}
            {"people":3000000000,"city":null,"share":1,"open":false,"day":"2025-02-01","at":"2025-01-31T12:30:00.5Z","tags":["a",1]}

            {"city":"Linz","more":{"x":1}}
            """);
        Assert.Equal("city: string, people: long, share: double, open: bool, day: DateOnly, at: DateTime, zip: string, tags: string, more: string", data.Columns.ToString());
        Assert.Equal(["Graz", null, "Linz"], data.Column<string>("city"));
        Assert.Equal([291000L, 3000000000L, null], data.Column<long?>("people"));
        Assert.Equal([null, "[\"a\",1]", null], data.Column<string>("tags"));
        Assert.Equal("{\"x\":1}", data[2, "more"]);
        Assert.Equal("08010", data[0, "zip"]);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)data[1, "at"]!).Kind);
    }

    [Theory]
    [InlineData("1|2", typeof(int))]
    [InlineData("1|1e3", typeof(double))]
    [InlineData("12345678901234567890", typeof(decimal))]
    [InlineData("\"1\"|\"2\"", typeof(string))]
    [InlineData("1|\"2\"", typeof(string))]
    [InlineData("1|true", typeof(string))]
    [InlineData("\"2025-01-31\"|\"soon\"", typeof(string))]
    [InlineData("\"1/31/2025\"", typeof(string))]
    [InlineData("null|null", typeof(string))]
    public void A_column_has_the_type_of_all_its_values(string values, Type expected) =>
        Assert.Equal(expected, Read(string.Join('\n', values.Split('|').Select(value => $"{{\"x\":{value}}}")))["x"].Type);

    [Fact]
    public void What_is_written_is_read_back()
    {
        var data = SharingTests.EveryType(500).Without("TimeSpan", "float", "decimal");
        using var text = new StringWriter();
        data.WriteJsonLines(text);
        var read = Read(text.ToString());
        Assert.Equal(data.Columns.ToString(), read.Columns.ToString());
        Assert.Equal(((ICacheKey)data).CacheKey, ((ICacheKey)read).CacheKey);
    }

    [Fact]
    public void Every_type_has_its_way_to_be_written()
    {
        var data = new DataFrame(
            ("b", new bool?[] { true, null }), ("d", new[] { 3, double.NaN }), ("f", new[] { 1.5f, float.PositiveInfinity }), ("m", new[] { 1.50m, 2m }),
            ("t", new[] { new DateTime(2025, 1, 31, 12, 30, 0, DateTimeKind.Utc), default }), ("s", new[] { TimeSpan.FromMinutes(90), default }), ("x", new[] { "ü\"\n\t<é>", "" }));
        using var lines = new StringWriter();
        data.WriteJsonLines(lines);
        Assert.Equal(
            """{"b":true,"d":3.0,"f":1.5,"m":1.50,"t":"2025-01-31T12:30:00Z","s":"01:30:00","x":"ü\"\n\t<é>"}""" + "\n"
            + """{"b":null,"d":null,"f":null,"m":2,"t":"0001-01-01T00:00:00","s":"00:00:00","x":""}""" + "\n", lines.ToString());
        using var array = new StringWriter();
        data.WriteJson(array);
        Assert.Equal(2, JsonDocument.Parse(array.ToString()).RootElement.GetArrayLength());
        using var none = new StringWriter();
        data.Take(0).WriteJson(none);
        Assert.Equal(0, JsonDocument.Parse(none.ToString()).RootElement.GetArrayLength());
        using var nothing = new StringWriter();
        data.Take(0).WriteJsonLines(nothing);
        Assert.Equal("", nothing.ToString());
        Assert.Equal(0, Read("").RowCount);
    }

    [Fact]
    public void Files_are_read_and_written_packed_too()
    {
        using var folder = new TemporaryFolder();
        var (path, packed) = (folder.File("rides.jsonl"), folder.File("rides.jsonl.gz"));
        new DataFrame(("n", Enumerable.Range(0, 20_000).ToArray())).WriteJsonLines(path);
        using (var file = File.Create(packed))
        using (var gzip = new GZipStream(file, CompressionMode.Compress))
            gzip.Write(File.ReadAllBytes(path));
        Assert.Equal(19_999, DataFrame.ReadJsonLines(path)[19_999, "n"]);
        Assert.Equal(20_000, DataFrame.ReadJsonLines(packed).RowCount);
        new DataFrame(("n", new[] { 1 })).WriteJson(path);
        Assert.Equal("[\n{\"n\":1}\n]\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_line_that_is_no_object_is_named()
    {
        Says("RFN0229: line 2: this is no JSON. Each line is one JSON object, such as {\"City\":\"Graz\",\"People\":291000}.", "{\"a\":1}\n{\"a\":");
        Says("RFN0229: line 1: this is Array, and no object. Each line is one JSON object, such as {\"City\":\"Graz\",\"People\":291000}.", "[1,2]");
        Says("RFN0229: line 3: 'a' is there twice. Each line is one JSON object, such as {\"City\":\"Graz\",\"People\":291000}.", "{\"a\":1}\n\n{\"a\":1,\"a\":2}");
        Says("RFN0229: line 1: a member has no name. Each line is one JSON object, such as {\"City\":\"Graz\",\"People\":291000}.", "{\"\":1}");
        Assert.Equal("RFN0220", Assert.Throws<FrameException>(() => DataFrame.ReadJsonLines("no-such-file.jsonl")).Id);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_that_names_the_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("latin1.jsonl");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("{\"city\":\"Mödling\"}\n"));
        Assert.Equal("RFN0226", Assert.Throws<FrameException>(() => DataFrame.ReadJsonLines(path)).Id);
    }

    [Fact]
    public void Damaged_lines_are_a_frame_or_the_one_exception()
    {
        var random = new Random(1);
        var whole = Encoding.UTF8.GetBytes("{\"a\":1,\"b\":\"x\",\"c\":[1,{\"d\":null}]}\n{\"a\":2.5,\"b\":null,\"c\":true}\n");
        for (var tries = 0; tries < 5_000; tries++)
        {
            byte[] bytes = [.. whole];
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            try
            {
                Assert.NotEmpty(Read(Encoding.UTF8.GetString(bytes)).ToString());
            }
            catch (FrameException error)
            {
                Assert.StartsWith("RFN022", error.Id, StringComparison.Ordinal);
            }
        }
    }

    private static DataFrame Read(string text) => DataFrame.ReadJsonLines(new StringReader(text));

    private static void Says(string message, string text) => Assert.Equal(message, Assert.Throws<FrameException>(() => Read(text)).Message);
}
