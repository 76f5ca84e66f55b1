using System.IO.Compression;
using System.Text;

namespace Refrain.Frames.Tests.Csv;

/// <summary>What a reader of a bad file is told.</summary>
public sealed class CsvErrorTests
{
    [Fact]
    public void A_missing_file_is_named_with_the_path_that_was_tried()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sales.csv");
        var error = Assert.Throws<FrameException>(() => DataFrame.ReadCsv(path));
        Assert.Equal($"RFN0220: no file '{path}': looked for '{path}' (the working directory is '{Environment.CurrentDirectory}').", error.Message);
        Assert.Equal(path, error.Path);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public void A_relative_path_is_shown_as_written_and_in_full()
    {
        var error = Assert.Throws<FrameException>(() => DataFrame.ReadCsv("no-such-folder/sales.csv"));
        var full = Path.Combine(Environment.CurrentDirectory, "no-such-folder", "sales.csv");
        Assert.Equal($"RFN0220: no file 'no-such-folder/sales.csv': looked for '{full}' (the working directory is '{Environment.CurrentDirectory}').", error.Message);
    }

    [Fact]
    public void A_file_of_nearly_that_name_is_suggested()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("sales.csv"), "a\n1");
        var error = Assert.Throws<FrameException>(() => DataFrame.ReadCsv(folder.File("slaes.csv")));
        Assert.EndsWith("Did you mean 'sales.csv'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        using var folder = new TemporaryFolder();
        Says($"RFN0220: '{folder.Path}' is a folder ('{folder.Path}'); name a file in it.", () => DataFrame.ReadCsv(folder.Path));
    }

    [Fact]
    public async Task A_missing_file_is_the_same_error_when_awaited()
    {
        var error = await Assert.ThrowsAsync<FrameException>(() => DataFrame.ReadCsvAsync("no-such-file.csv"));
        Assert.Equal("RFN0220", error.Id);
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_fields_names_line_and_columns()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("rides.csv");
        File.WriteAllText(path, "Lat,Lon,Note\n1,2,\"two\nlines\"\n3,4\n");
        var error = Assert.Throws<FrameException>(() => DataFrame.ReadCsv(path));
        Assert.Equal(
            $"RFN0222: {path}, line 4: this row has 2 fields, but there are 3 columns (Lat, Lon, Note). "
            + "Quote fields that contain the separator, or name the right one with CsvOptions.Separator.",
            error.Message);
        Assert.Equal(path, error.Path);
        Assert.Equal(4, error.Line);
        Says(
            "RFN0222: line 2: this row has 3 fields, but there are 2 columns (a, b). Quote fields that contain the separator, or name the right one with CsvOptions.Separator.",
            () => Read("a,b\n1,2,3"));
        Says(
            "RFN0222: line 3: this row has 1 field, but there are 2 columns (a, b). Quote fields that contain the separator, or name the right one with CsvOptions.Separator.",
            () => Read("a,b\n1,2\n3"));
    }

    [Fact]
    public void A_quote_that_never_closes_names_where_it_opens()
    {
        var error = Says(
            "RFN0223: line 3, column 'b': the quote that opens here is never closed. Close it, or double a quote that stands for itself.",
            () => Read("a,b\n1,2\n3,\"open\n5,6\n7,8\n"));
        Assert.Equal(3, error.Line);
        Assert.Equal("b", error.Column);
    }

    [Fact]
    public void A_quote_that_never_closes_is_named_before_the_missing_fields() =>
        Says(
            "RFN0223: line 2, column 'a': the quote that opens here is never closed. Close it, or double a quote that stands for itself.",
            () => Read("a,b\n\"1,2\n3,4\n"));

    [Fact]
    public void Text_behind_a_closing_quote_is_shown() =>
        Says(
            "RFN0223: line 2, column 'a': '\"x\"y' has text outside its quotes. A quoted field begins and ends with a quote, and a quote in it is doubled.",
            () => Read("a,b\n\"x\"y,2\n"));

    [Fact]
    public void A_header_without_a_name_is_counted() =>
        Says(
            "RFN0224: line 1: column 2 has no name in the header. Give it one there, or give all names with CsvOptions.Names.",
            () => Read("a,,c\n1,2,3"));

    [Fact]
    public void A_header_twice_is_named() =>
        Says(
            "RFN0224: line 1: the header has 'a' twice, for columns 1 and 3. Rename one there, or give all names with CsvOptions.Names.",
            () => Read("a,b,a\n1,2,3"));

    [Fact]
    public void As_many_names_as_columns_are_needed() =>
        Says("RFN0224: line 1: CsvOptions.Names has 2 names, but there are 3 fields. Name every column.", () => Read("a,b,c", new() { Names = ["x", "y"] }));

    [Fact]
    public void A_field_that_is_not_of_the_given_type_names_line_column_and_text()
    {
        var options = new CsvOptions { Types = new Dictionary<string, Type> { ["b"] = typeof(int) } };
        var error = Says(
            "RFN0225: line 5, column 'b': 'many' is no int. Correct the file, add the text to CsvOptions.NullValues, or give the column another type in CsvOptions.Types.",
            () => Read("a,b\n\"1\n2\",3\n\nx,many\n", options));
        Assert.Equal(5, error.Line);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_no_guess()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes("Ort\nGraz\nMödling\n"));
        Says(
            "RFN0226: line 1 or soon after: the bytes are not UTF-8. Say which encoding it is, for example CsvOptions { Encoding = Encoding.Latin1 }.",
            () => DataFrame.ReadCsv(stream));
    }

    [Fact]
    public void Utf16_without_a_mark_is_no_guess()
    {
        using var stream = new MemoryStream(new UnicodeEncoding(false, false).GetBytes("a,b\n1,2\n"));
        Says(
            "RFN0226: line 1 or soon after: the bytes are not utf-8. Say which encoding it is, for example CsvOptions { Encoding = Encoding.Latin1 }.",
            () => DataFrame.ReadCsv(stream));
    }

    [Fact]
    public void An_empty_file_says_what_is_missing()
    {
        Says("RFN0227: the CSV text is empty; it needs a header line, or names by CsvOptions.Names.", () => Read(""), () => Read("\n\n"));
        using var folder = new TemporaryFolder();
        var path = folder.File("empty.csv");
        File.WriteAllText(path, "");
        Says($"RFN0227: {path} is empty; it needs a header line, or names by CsvOptions.Names.", () => DataFrame.ReadCsv(path));
    }

    [Fact]
    public void A_damaged_gzip_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("rides.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        var bytes = File.ReadAllBytes(path);
        bytes[10] = 0xFF;
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<FrameException>(() => DataFrame.ReadCsv(path));
        Assert.StartsWith($"RFN0228: cannot read '{path}': ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wanted_columns_and_types_must_exist()
    {
        Says("RFN0201: no column named 'd'. The columns are: aa, bb.", () => Read("aa,bb\n1,2", new() { Columns = ["d"] }));
        Says("RFN0201: no column named 'ab'; did you mean 'aa'? The columns are: aa, bb.", () => Read("aa,bb\n1,2", new() { Types = new Dictionary<string, Type> { ["ab"] = typeof(int) } }));
    }

    private static DataFrame Read(string csv, CsvOptions? options = null) => DataFrame.ReadCsv(new StringReader(csv), options);

    private static FrameException Says(string message, params Func<object?>[] actions)
    {
        FrameException? last = null;
        foreach (var action in actions)
        {
            last = Assert.Throws<FrameException>(action);
            Assert.Equal(message, last.Message);
        }

        return last!;
    }
}
