using System.IO.Compression;
using System.Text;

namespace Refrain.Frames.Tests.Csv;

public sealed class CsvReadingTests
{
    [Fact]
    public void Quoted_fields_hold_separators_quotes_and_line_breaks()
    {
        var data = Read("a,b\n\"x,y\",\"he said \"\"hi\"\"\"\n\"two\nlines\",\"\"\"\"\n");
        Assert.Equal(["x,y", "two\nlines"], data.Column<string>("a"));
        Assert.Equal(["he said \"hi\"", "\""], data.Column<string>("b"));
    }

    [Fact]
    public void An_empty_field_is_null_and_a_quoted_empty_one_is_text()
    {
        var data = Read("a,b,c\n,\"\",x\n\"\",,\"\"\n5\" pipe,\"\",");
        Assert.Equal([null, "", "5\" pipe"], data.Column<string>("a"));
        Assert.Equal(["", null, ""], data.Column<string>("b"));
        Assert.Equal(["x", "", null], data.Column<string>("c"));
    }

    [Fact]
    public void Texts_that_mean_null_can_be_given_and_count_only_unquoted()
    {
        var data = Read("a,b\nNA,NA\n1,\"NA\"\n,x", new() { NullValues = ["", "NA"] });
        Assert.Equal([null, 1, null], data.Column<int?>("a"));
        Assert.Equal([null, "NA", "x"], data.Column<string>("b"));
    }

    [Fact]
    public void Without_null_values_an_empty_field_is_an_empty_text() =>
        Assert.Equal(["", "x"], Read("a,b\n,1\nx,2", new() { NullValues = [] }).Column<string>("a"));

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("\n\na,b\n\n1,2\n\n\n3,4\n\n")]
    [InlineData("a;b\n1;2\n3;4")]
    [InlineData("a\tb\n1\t2\n3\t4")]
    [InlineData("a|b\n1|2\n3|4")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"")]
    [InlineData(" a , b \n1, 2\n 3,4 ")]
    [InlineData("a;\"b\"\n1;2\n3;4")]
    public void Line_breaks_blank_lines_separators_and_quotes_come_in_many_kinds(string csv)
    {
        var data = Read(csv);
        Assert.Equal("a: int, b: int", data.Columns.ToString());
        Assert.Equal([1, 3], data.Column<int>("a"));
        Assert.Equal([2, 4], data.Column<int>("b"));
    }

    [Fact]
    public void The_separator_can_be_given_and_the_quote_too()
    {
        var data = Read("a:b\n'x:y':2", new() { Separator = ':', Quote = '\'' });
        Assert.Equal("x:y", data[0, "a"]);
        Assert.Equal(2, data[0, "b"]);
    }

    [Fact]
    public void A_separator_in_quotes_is_not_guessed() => Assert.Equal(["a;b;c", "d"], Read("\"a;b;c\",d\n1,2").Columns.Names);

    [Fact]
    public void A_file_of_one_column_has_a_null_where_a_line_is_blank() =>
        Assert.Equal([1, null, 3], Read("a\n1\n\n3\n").Column<int?>("a"));

    [Fact]
    public void Without_a_header_columns_are_numbered()
    {
        var data = Read("1,x\n2,y", new() { HasHeader = false });
        Assert.Equal("Column1: int, Column2: string", data.Columns.ToString());
        Assert.Equal(2, data.RowCount);
    }

    [Fact]
    public void Names_can_take_the_headers_place()
    {
        Assert.Equal(["x", "y"], Read("a,a\n1,2", new() { Names = ["x", "y"] }).Columns.Names);
        var without = Read("1,2\n3,4", new() { Names = ["x", "y"], HasHeader = false });
        Assert.Equal([1, 3], without.Column<int>("x"));
        Assert.Equal(["x", "y"], Read("", new() { Names = ["x", "y"] }).Columns.Names);
    }

    [Fact]
    public void Only_the_wanted_columns_are_read_in_the_order_wanted() =>
        Assert.Equal("c: int, a: int", Read("a,b,c\n1,2,3", new() { Columns = ["c", "a"] }).Columns.ToString());

    [Fact]
    public void A_header_alone_is_a_frame_without_rows()
    {
        var data = Read("a,b\n");
        Assert.Equal(0, data.RowCount);
        Assert.Equal(["a", "b"], data.Columns.Names);
    }

    [Fact]
    public void Trim_drops_blanks_of_text()
    {
        Assert.Equal(" x ", Read("a,b\n x ,1")[0, "a"]);
        var data = Read("a,b\n x ,  \n y,1", new() { Trim = true });
        Assert.Equal(["x", "y"], data.Column<string>("a"));
        Assert.Equal([null, 1], data.Column<int?>("b"));
    }

    public static TheoryData<Encoding, bool> Encodings => new()
    {
        { new UTF8Encoding(false), false },
        { new UTF8Encoding(true), true },
        { new UnicodeEncoding(false, true), true },
        { new UnicodeEncoding(true, true), true },
        { new UTF32Encoding(false, true), true },
        { Encoding.Latin1, false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Marks_tell_the_encoding_and_options_tell_it_without(Encoding encoding, bool mark)
    {
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Ort,Größe\nMödling,5\nÉvian,7\n")];
        var options = encoding == Encoding.Latin1 ? new CsvOptions { Encoding = encoding } : null;
        foreach (var data in new[] { DataFrame.ReadCsv(new MemoryStream(bytes), options), await DataFrame.ReadCsvAsync(new MemoryStream(bytes), options) })
        {
            Assert.Equal("Ort: string, Größe: int", data.Columns.ToString());
            Assert.Equal(["Mödling", "Évian"], data.Column<string>("Ort"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gzip_file_is_unpacked(bool wait)
    {
        using var folder = new TemporaryFolder();
        using (var gzip = new GZipStream(File.Create(folder.File("a.csv.gz")), CompressionLevel.Fastest))
            gzip.Write("a,b\n1,2\n"u8);
        var data = wait ? await DataFrame.ReadCsvAsync(folder.File("a.csv.gz")) : DataFrame.ReadCsv(folder.File("a.csv.gz"));
        Assert.Equal([2], data.Column<int>("b"));
    }

    [Fact]
    public async Task A_stream_a_reader_and_a_file_give_the_same_and_the_first_two_stay_open()
    {
        const string Csv = "a,b\n1,x\n2,\n";
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("a.csv"), Csv);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        using var reader = new StringReader(Csv);
        var expected = DataFrame.ReadCsv(folder.File("a.csv")).ContentId;
        Assert.Equal(expected, DataFrame.ReadCsv(stream).ContentId);
        Assert.True(stream.CanRead);
        Assert.Equal(expected, DataFrame.ReadCsv(reader).ContentId);
        Assert.Equal(-1, reader.Read());
        Assert.Equal(expected, (await DataFrame.ReadCsvAsync(folder.File("a.csv"))).ContentId);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var csv = "a\n" + string.Concat(Enumerable.Repeat("1\n", 20_000));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DataFrame.ReadCsvAsync(stream, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Rows_longer_than_any_buffer_are_read_whole()
    {
        var text = string.Join(',', Enumerable.Range(0, 100_000));
        var data = Read($"a,b\n\"{text}\",1\n{new string('y', 300_000)},2\n");
        Assert.Equal(text, data[0, "a"]);
        Assert.Equal(300_000, ((string)data[1, "a"]!).Length);
        Assert.Equal([1, 2], data.Column<int>("b"));
    }

    private static DataFrame Read(string csv, CsvOptions? options = null) => DataFrame.ReadCsv(new StringReader(csv), options);
}
