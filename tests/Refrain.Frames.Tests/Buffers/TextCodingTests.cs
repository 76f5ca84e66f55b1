using Refrain.Caching.Keys;

namespace Refrain.Frames.Tests.Buffers;

/// <summary>Text that repeats is kept once, and nobody can tell but by the room it takes.</summary>
public sealed class TextCodingTests
{
    private const int Rows = 1_200_000;

    private static readonly string?[] Cities = [.. Enumerable.Range(0, Rows).Select(i => i % 11 == 0 ? null : i % 7 == 0 ? "" : $"Möd{i % 500}")];

    [Fact]
    public void Text_that_repeats_takes_two_bytes_a_row()
    {
        var data = new DataFrame(("city", Cities));
        Assert.True(IsCoded(data["city"]));
        Assert.InRange(data.SizeInBytes, Rows * 2, Rows * 2.2);
        Assert.Equal(Cities, data.Column<string?>("city"));
        Assert.Equal(Cities.Count(text => text is null), data["city"].NullCount);
    }

    [Theory]
    [InlineData(1023, 5, false)]
    [InlineData(1024, 5, true)]
    [InlineData(5000, 1250, true)]
    [InlineData(5000, 1251, false)]
    public void Text_that_is_short_or_repeats_little_stays_as_it_is(int rows, int different, bool coded)
    {
        var column = Column.From(Enumerable.Range(0, rows).Select(i => $"{i * different / rows}"));
        Assert.Equal(coded, IsCoded(column));
    }

    [Fact]
    public void An_enum_and_the_text_of_a_file_have_codes_too()
    {
        Assert.True(IsCoded(Column.From(Enumerable.Range(0, 5000).Select(i => (DayOfWeek)(i % 7)))));
        var csv = DataFrame.ReadCsv(new StringReader("day,n\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{(DayOfWeek)(i % 7)},{i}\n"))));
        Assert.True(IsCoded(csv["day"]));
        Assert.Equal("Wednesday", csv[3, "day"]);
    }

    [Fact]
    [Trait("case", "102")]
    public void It_has_the_key_of_the_same_text_without_codes()
    {
        var coded = new DataFrame(("city", Cities));
        var plain = new DataFrame([Plain(Cities)]);
        Assert.False(IsCoded(plain["city"]));
        Assert.Equal(Key(plain), Key(coded));
        Assert.Equal(Key(plain.Take(100_000)), Key(coded.Take(100_000)));
        Assert.Equal(Key(plain.Skip(1_000_000)), Key(coded.Skip(1_000_000)));
    }

    [Fact]
    public void Queries_give_what_they_give_without_codes()
    {
        var some = Cities[..3000].Concat(Cities[^3000..]).ToArray();
        var coded = new DataFrame(("city", some[..3000]), ("n", Enumerable.Range(0, 3000).ToArray())).Concat(new(("city", some[3000..]), ("n", Enumerable.Range(3000, 3000).ToArray())));
        var plain = new DataFrame([Plain(some), coded["n"]]);
        Assert.True(IsCoded(coded["city"]));
        Func<DataFrame, DataFrame>[] queries =
        [
            data => data.OrderBy("city"),
            data => data.OrderByDescending("city"),
            data => data.GroupBy("city").Count(),
            data => data.GroupBy("n").Max("city"),
            data => data.Distinct("city"),
            data => data.Where("city", (string? city) => city is null or "Möd7"),
            data => data.Where(data["city"] > "Möd3"),
            data => data.Take(1500),
            data => data.Skip(1500),
            data => data.LeftJoin(data.Distinct("city").Take(40), "city"),
            data => { var copy = data.Copy(); copy[7, "city"] = "new"; copy[8, "city"] = null; return copy; },
            data => data.FillNulls("city", "nowhere"),
            data => DataFrame.ReadCsv(new StringReader(Csv(data))),
        ];
        Assert.All(queries, query => Assert.Equal(Key(query(plain)), Key(query(coded))));
        Assert.True(IsCoded(coded.OrderBy("city")["city"]));
        Assert.Single(coded.OrderBy("city")["city"].Chunks);
    }

    [Fact]
    public void A_row_without_a_value_is_empty_whatever_its_code()
    {
        var chunk = (Refrain.Frames.Buffers.TextChunk)Column.From(Cities[1..4001]).Chunks.Single();
        Assert.True(chunk.IsCoded);
        Assert.True(chunk.IsNull(10));
        Assert.True(chunk.Utf8(10).IsEmpty);
        Assert.False(chunk.Utf8(0).IsEmpty);
    }

    [Fact]
    public void A_cell_written_keeps_the_codes()
    {
        var data = new DataFrame(("city", Cities[..4000]));
        data[5, "city"] = "elsewhere";
        Assert.True(IsCoded(data["city"]));
        Assert.Equal("elsewhere", data[5, "city"]);
        Assert.Equal(Cities[6], data[6, "city"]);
    }

    private static string Csv(DataFrame data)
    {
        using var text = new StringWriter();
        data.WriteCsv(text);
        return text.ToString();
    }

    private static bool IsCoded(Column column) => column.Chunks.All(chunk => ((Refrain.Frames.Buffers.TextChunk)chunk).IsCoded);

    private static Refrain.Frames.Columns.TextColumn Plain(string?[] values)
    {
        var builder = new Refrain.Frames.Columns.TextBuilder("city");
        foreach (var value in values)
            builder.Add(value);
        return builder.BuildText();
    }

    private static object Key(DataFrame data) => ((ICacheKey)data).CacheKey!;
}
