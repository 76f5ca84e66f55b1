using FsCheck;
using FsCheck.Fluent;

namespace Refrain.Frames.Tests.Csv;

public sealed class CsvRoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(NonNull<string> Text, int Number, double Fraction, DateTime Time)[]>(), rows =>
        {
            var data = new DataFrame(
                ("a text", rows.Select((row, i) => i % 3 == 0 ? null : WellFormed(row.Text.Get)).ToArray()),
                ("number", rows.Select((row, i) => i % 4 == 1 ? null : (int?)row.Number).ToArray()),
                ("fraction", rows.Select(row => row.Fraction).ToArray()),
                ("money", rows.Select(row => row.Number / 100m).ToArray()),
                ("time", rows.Select(row => row.Time.Kind == DateTimeKind.Local ? row.Time.ToUniversalTime() : row.Time).ToArray()),
                ("day", rows.Select(row => DateOnly.FromDateTime(row.Time)).ToArray()),
                ("truth", rows.Select(row => row.Number > 0).ToArray()),
                ("span", rows.Select(row => TimeSpan.FromTicks(row.Number)).ToArray()));
            Assert.Equal(Shown(data), Shown(Back(data)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nasty_texts_survive()
    {
        string?[] nasty = ["", null, " ", "\"", "\"\"", ",", ";", "a\nb", "a\r\nb", "'", "NULL", " x ", "5\" pipe", "日本", "🙂", "=1+1", "a\tb", "\"quoted\""];
        var data = new DataFrame(("a", nasty), ("b", nasty.Reverse().ToArray()));
        Assert.Equal(Shown(data), Shown(Back(data)));
    }

    [Fact]
    public void A_file_is_written_and_replaced()
    {
        using var folder = new TemporaryFolder();
        new DataFrame(("a", Enumerable.Range(0, 1000).ToArray())).WriteCsv(folder.File("a.csv"));
        new DataFrame(("a", new[] { 1.5, double.NaN }), ("b", new[] { "x", null })).WriteCsv(folder.File("a.csv"));
        Assert.Equal("a,b\n1.5,x\nNaN,\n", File.ReadAllText(folder.File("a.csv")));
    }

    private static DataFrame Back(DataFrame data)
    {
        using var writer = new StringWriter();
        data.WriteCsv(writer);
        return DataFrame.ReadCsv(new StringReader(writer.ToString()), new CsvOptions { Separator = ',', Types = data.Columns.ToDictionary(column => column.Name!, column => column.Type) });
    }

    /// <summary>CSV is text, which unpaired surrogates are not; and a zero among the first characters means a file of another encoding.</summary>
    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace('\0', '0');

    private static string Cell(object cell) => cell is DateTime time ? $"{time:O}" : Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)!;

    private static List<string> Shown(DataFrame data) =>
        [.. data.Columns.Select(column => column.ToString()), .. data.Rows.Select(row => string.Join('|', data.Columns.Names.Select(name => row[name] is { } cell ? $"<{Cell(cell)}>" : "null")))];
}
