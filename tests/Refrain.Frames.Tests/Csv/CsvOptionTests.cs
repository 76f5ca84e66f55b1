using System.Globalization;
using System.Text;

namespace Refrain.Frames.Tests.Csv;

/// <summary>Grouped digits and progress, and files that are anything.</summary>
[Trait("row", "B8")]
public sealed class CsvOptionTests
{
    private static readonly CsvOptions Grouped = new() { Thousands = true, Separator = ';' };

    [Theory]
    [InlineData("1,234\n12", typeof(int))]
    [InlineData("1,234,567.5\n-12,000", typeof(double))]
    [InlineData("3,000,000,000", typeof(long))]
    [InlineData("12,345,678,901,234,567,890", typeof(decimal))]
    [InlineData("1,23", typeof(string))]
    [InlineData("1234,567", typeof(string))]
    [InlineData(",234", typeof(string))]
    [InlineData("1,,234", typeof(string))]
    [InlineData("1.5,000", typeof(string))]
    [InlineData("0,123", typeof(string))]
    [InlineData("a,123", typeof(string))]
    public void Digits_in_groups_of_three_are_numbers_when_that_is_asked_for(string lines, Type expected)
    {
        Assert.Equal(expected, DataFrame.ReadCsv(new StringReader("x;y\n" + string.Join('\n', lines.Split('\n').Select(line => line + ";1"))), Grouped)["x"].Type);
        Assert.Equal(typeof(string), DataFrame.ReadCsv(new StringReader("x\n\"1,234\""))["x"].Type);
    }

    [Fact]
    public void Groups_are_read_as_the_culture_writes_them()
    {
        var data = DataFrame.ReadCsv(new StringReader("x;y\n1.234.567,25;1.000\n-2.000,5;12"), Grouped with { Culture = CultureInfo.GetCultureInfo("de-DE") });
        Assert.Equal([1234567.25, -2000.5], data.Column<double>("x"));
        Assert.Equal([1000, 12], data.Column<int>("y"));
        var typed = DataFrame.ReadCsv(new StringReader("x;y\n1,234.50;1"), Grouped with { Types = new Dictionary<string, Type> { ["x"] = typeof(decimal) } });
        Assert.Equal(1234.50m, typed[0, "x"]);
    }

    [Fact]
    public async Task Progress_is_told_while_a_file_is_read_and_at_its_end()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("long.csv");
        await File.WriteAllTextAsync(path, "n\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")));
        foreach (var isAsync in new[] { false, true })
        {
            var told = new Told();
            _ = isAsync ? await DataFrame.ReadCsvAsync(path, new CsvOptions { Progress = told }) : DataFrame.ReadCsv(path, new CsvOptions { Progress = told });
            var length = new FileInfo(path).Length;
            Assert.Equal([32_768, 65_536, 98_304, 100_000], told.All.Select(now => now.Rows));
            Assert.Equal(new(100_000, length, length), told.All[^1]);
            Assert.Equal(1.0, told.All[^1].Share);
            Assert.True(told.All.Zip(told.All.Skip(1)).All(pair => pair.First.Bytes <= pair.Second.Bytes));
        }
    }

    [Fact]
    public void Text_given_as_such_has_no_share()
    {
        var told = new Told();
        DataFrame.ReadCsv(new StringReader("n\n1"), new CsvOptions { Progress = told });
        Assert.Equal(new ReadProgress(1, 0, null), Assert.Single(told.All));
        Assert.Null(told.All[0].Share);
    }

    [Fact]
    public void Damaged_files_are_a_frame_or_the_one_exception()
    {
        var random = new Random(1);
        var whole = Encoding.UTF8.GetBytes("a,b,c\n1,\"x, \"\"y\"\"\",2025-01-31\n2.5,,\"ü\n\"\n,true,1e5\n");
        for (var tries = 0; tries < 5_000; tries++)
        {
            byte[] bytes = [.. whole];
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = tries % 2 == 0 ? (byte)random.Next(256) : (byte)"\",\n\r0"[random.Next(5)];
            try
            {
                Assert.NotEmpty(DataFrame.ReadCsv(new MemoryStream(bytes)).ToString());
            }
            catch (FrameException error)
            {
                Assert.StartsWith("RFN02", error.Id, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Keeps what it is told, at once.</summary>
    private sealed class Told : IProgress<ReadProgress>
    {
        internal List<ReadProgress> All { get; } = [];

        public void Report(ReadProgress value) => All.Add(value);
    }
}
