namespace Refrain.Frames.Tests.Csv;

public sealed class CsvTypeInferenceTests
{
    [Theory]
    [InlineData("1\n2\n-3", typeof(int))]
    [InlineData("1\n3000000000", typeof(long))]
    [InlineData("1\n2.5", typeof(double))]
    [InlineData("3000000000\n2.5e3", typeof(double))]
    [InlineData("NaN\n1", typeof(double))]
    [InlineData("1\n12345678901234567890", typeof(decimal))]
    [InlineData("12345678901234567890\n0.5", typeof(decimal))]
    [InlineData("123456789012345678901234567890123", typeof(string))]
    [InlineData("2025-01-31\n2024-02-29", typeof(DateOnly))]
    [InlineData("2025/01/31", typeof(DateOnly))]
    [InlineData("Jan 1 2000\nFeb 29 2000", typeof(DateOnly))]
    [InlineData("1 Jan 2000", typeof(DateOnly))]
    [InlineData("4/1/2014\n12/31/2014", typeof(DateOnly))]
    [InlineData("4/1/2014 0:11:00\n12/31/2014 23:59:59", typeof(DateTime))]
    [InlineData("1/8/90 0:00", typeof(DateTime))]
    [InlineData("2025-01-31 12:30\n2025-02-01", typeof(DateTime))]
    [InlineData("2025-01-31T12:30:15.123Z", typeof(DateTime))]
    [InlineData("2025-02-30", typeof(string))]
    [InlineData("true\nFALSE", typeof(bool))]
    [InlineData("yes\nno", typeof(string))]
    [InlineData("00501\n10001", typeof(string))]
    [InlineData("10001\n00501", typeof(string))]
    [InlineData("+43\n+1", typeof(string))]
    [InlineData("0\n0.5\n-0.25", typeof(double))]
    [InlineData("1\nx", typeof(string))]
    [InlineData(",\n,", typeof(string))]
    public void A_column_has_the_first_type_that_fits_all_its_values(string lines, Type expected)
    {
        var csv = "x,y\n" + string.Join('\n', lines.Split('\n').Select(line => line.Contains(',') ? line : line + ",1"));
        Assert.Equal(expected, DataFrame.ReadCsv(new StringReader(csv))["x"].Type);
    }

    [Fact]
    public void Nulls_do_not_decide_the_type()
    {
        var data = DataFrame.ReadCsv(new StringReader("x,y\n,1\n5,2\n,3"));
        Assert.Equal(typeof(int), data["x"].Type);
        Assert.Equal(new int?[] { null, 5, null }, data.Column<int?>("x"));
    }

    [Fact]
    public void A_code_keeps_its_text()
    {
        var data = DataFrame.ReadCsv(new StringReader("zip\n10001\n00501"));
        Assert.Equal(["10001", "00501"], data.Column<string>("zip"));
    }

    [Fact]
    public void Times_with_an_offset_become_utc_and_others_stay_as_written()
    {
        var data = DataFrame.ReadCsv(new StringReader("t\n2025-01-31T12:30:00+02:00\n2025-01-31T12:30:00Z\n2025-01-31 12:30"));
        var times = data.Column<DateTime>("t").ToArray();
        Assert.Equal(new DateTime(2025, 1, 31, 10, 30, 0, DateTimeKind.Utc), times[0]);
        Assert.Equal(DateTimeKind.Utc, times[0].Kind);
        Assert.Equal(DateTimeKind.Utc, times[1].Kind);
        Assert.Equal(DateTimeKind.Unspecified, times[2].Kind);
        Assert.Equal(new DateTime(2025, 1, 31, 12, 30, 0), times[2]);
    }

    [Fact]
    public void A_culture_says_how_numbers_and_dates_are_written()
    {
        var options = new CsvOptions { Culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE") };
        var data = DataFrame.ReadCsv(new StringReader("Betrag;Tag\n12,5;31.12.2025\n-3;1.2.2025"), options);
        Assert.Equal([12.5, -3], data.Column<double>("Betrag"));
        Assert.Equal([new DateOnly(2025, 12, 31), new DateOnly(2025, 2, 1)], data.Column<DateOnly>("Tag"));
    }

    [Fact]
    public void Formats_of_ones_own_are_understood()
    {
        var data = DataFrame.ReadCsv(new StringReader("d\n01-Feb-2025"), new CsvOptions { DateFormats = ["dd-MMM-yyyy"] });
        Assert.Equal([new DateOnly(2025, 2, 1)], data.Column<DateOnly>("d"));
    }

    [Fact]
    public void A_type_can_be_given()
    {
        var types = new Dictionary<string, Type>
        {
            ["a"] = typeof(string),
            ["b"] = typeof(decimal),
            ["c"] = typeof(int?),
            ["d"] = typeof(TimeSpan),
            ["e"] = typeof(float),
            ["f"] = typeof(long),
            ["g"] = typeof(DateTime),
        };
        var data = DataFrame.ReadCsv(new StringReader("a,b,c,d,e,f,g\n1,2.50,007,1:30:00,1.5,1,2025-01-01\n2,3,,2:00,1,2,2025-01-02"), new CsvOptions { Types = types });
        Assert.Equal("a: string, b: decimal, c: int, d: TimeSpan, e: float, f: long, g: DateTime", data.Columns.ToString());
        Assert.Equal(2.50m, data[0, "b"]);
        Assert.Equal(7, data[0, "c"]);
        Assert.Null(data[1, "c"]);
    }

    [Fact]
    public void The_whole_file_decides_even_its_last_line()
    {
        var csv = "x\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => i + "\n")) + "end\n";
        var data = DataFrame.ReadCsv(new StringReader(csv));
        Assert.Equal(typeof(string), data["x"].Type);
        Assert.Equal("99999", data[99_999, "x"]);
        Assert.Equal("end", data[100_000, "x"]);
    }
}
