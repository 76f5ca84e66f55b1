namespace Refrain.Frames.Tests;

/// <summary>When two frames share an entry of the cache, and what a page calls a table it has.</summary>
public sealed class FrameIdentityTests
{
    [Fact]
    [Trait("case", "102")]
    public void Any_difference_makes_another_key()
    {
        DataFrame[] frames =
        [
            SharingTests.EveryType(10),
            SharingTests.EveryType(11),
            SharingTests.EveryType(10).Without("int"),
            Changed(data => data[3, "double"] = 7.0),
            Changed(data => data[3, "double"] = null),
            Changed(data => data[3, "string"] = "x"),
            Changed(data => data.Columns.Rename("int", "integer")),
            Changed(data => data["int"] = data.Column<long>("int")),
            SharingTests.EveryType(10).OrderByDescending("int"),
            SharingTests.EveryType(10).Select("bool", "long", "int", "float", "double", "decimal", "string", "DateTime", "DateOnly", "TimeSpan"),
            new(("a", new[] { "ab", "c" })),
            new(("a", new[] { "a", "bc" })),
            new(("a", new[] { "", null })),
            new(("a", new string?[] { null, "" })),
            new(("a", new int?[] { 0, null })),
            new(("a", new int?[] { null, 0 })),
            new(("a", new[] { 0, 0 })),
            new(("a", new[] { 1.0 }), ("b", new[] { 2.0 })),
            new(("a", new[] { 2.0 }), ("b", new[] { 1.0 })),
            new(),
        ];
        Assert.Equal(frames.Length, frames.Select(Key).Distinct().Count());
        Assert.Equal(frames.Length, frames.Select(frame => frame.ContentId).Distinct().Count());
    }

    [Fact]
    [Trait("case", "102")]
    public void Equal_content_has_one_key_however_it_came_about()
    {
        var data = SharingTests.EveryType(3000);
        Assert.Equal(Key(data), Key(SharingTests.EveryType(3000)));
        Assert.Equal(Key(data), Key(data.Copy()));
        Assert.Equal(Key(data.Skip(1000)), Key(data.Where(row => row.Index >= 1000)));
        Assert.Equal(Key(data.Take(1000)), Key(data.Where(row => row.Index < 1000)));
        var changed = data.Copy();
        changed[5, "int"] = null;
        changed[5, "int"] = 5;
        Assert.Equal(Key(data), Key(changed));
    }

    [Fact]
    public void Content_in_uneven_chunks_has_the_key_of_content_in_even_ones()
    {
        var all = Enumerable.Range(0, 2_200_000).ToArray();
        var texts = Array.ConvertAll(all, i => i % 7 == 0 ? null : (i % 100).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var halves = new DataFrame(("n", all[..900_001]), ("t", texts[..900_001]));
        var rest = new DataFrame(("n", all[900_001..]), ("t", texts[900_001..]));
        var whole = new DataFrame(("n", all), ("t", texts));
        Assert.Equal(Key(whole), Key(halves.Concat(rest)));
        Assert.Equal(Key(whole.Skip(950_000)), Key(halves.Concat(rest).Skip(950_000)));
    }

    [Fact]
    public void A_repeated_key_reads_nothing_again()
    {
        var array = new double[2_000_000];
        var data = new DataFrame(("x", Column.From(new ReadOnlyMemory<double>(array))));
        var (key, id) = (Key(data), data.Take(900_000).ContentId);
        array[5] = 1;
        Assert.Equal(key, Key(data));
        Assert.Equal(key, Key(data.Copy()));
        Assert.NotEqual(id, data.Take(900_001).ContentId);
    }

    [Fact]
    public void A_large_frame_is_called_by_its_buffers()
    {
        var data = new DataFrame(("x", Column.From(new ReadOnlyMemory<double>(new double[2_000_000]))));
        Assert.StartsWith("b", data.ContentId, StringComparison.Ordinal);
        Assert.Equal(data.ContentId, data.Copy().ContentId);
        Assert.Null(data["x"].Chunks.First().Digests.Find(stable: false));
        var changed = data.Copy();
        changed[0, "x"] = 1.0;
        Assert.NotEqual(data.ContentId, changed.ContentId);
        Assert.StartsWith("c", data.Take(10).ContentId, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_count_a_shared_buffer_once()
    {
        var data = new DataFrame(("x", new double[1000]), ("y", new int?[] { 1, null }.Concat(new int?[998]).ToArray()));
        Assert.Equal(8000 + 4000 + 125, data.SizeInBytes, 16.0);
        data["z"] = data["x"];
        Assert.Equal(8000 + 4000 + 125, data.SizeInBytes, 16.0);
        var copy = data.Copy();
        Assert.Equal(data.Buffers().Select(buffer => buffer.Buffer), copy.Buffers().Select(buffer => buffer.Buffer));
        copy[0, "x"] = 1.0;
        Assert.Equal(data.SizeInBytes + 8000, copy.SizeInBytes, 16.0);
    }

    private static object Key(DataFrame data) => ((ICacheKey)data).CacheKey!;

    private static DataFrame Changed(Action<DataFrame> change)
    {
        var data = SharingTests.EveryType(10);
        change(data);
        return data;
    }
}
