namespace Refrain.Frames.Tests.Expressions;

/// <summary>Columns in formulas.</summary>
public sealed class ArithmeticTests
{
    private readonly DataFrame _data = new(
        ("i", new int?[] { 1, null, 3 }),
        ("l", new[] { 10L, 20L, 30L }),
        ("f", new[] { 0.5f, 1.5f, 2.5f }),
        ("d", new double?[] { 2, 4, null }),
        ("m", new[] { 1.10m, 2.20m, 0m }),
        ("t", new[] { new DateTime(2025, 1, 1), new DateTime(2025, 1, 2), new DateTime(2025, 1, 3) }),
        ("s", new[] { TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3) }),
        ("text", new[] { "a", "b", "c" }));

    [Fact]
    public void Numbers_meet_in_the_type_that_csharp_gives_them()
    {
        Assert.Equal(typeof(int), (_data["i"] + 1).Type);
        Assert.Equal(typeof(long), (_data["i"] + _data["l"]).Type);
        Assert.Equal(typeof(float), (_data["f"] - _data["l"]).Type);
        Assert.Equal(typeof(double), (_data["f"] * _data["d"]).Type);
        Assert.Equal(typeof(double), (_data["i"] * 1.5).Type);
        Assert.Equal(typeof(decimal), (_data["m"] * _data["i"]).Type);
        Assert.Equal(typeof(double), (_data["i"] / _data["l"]).Type);
        Assert.Equal(typeof(decimal), (1 / (_data["m"] + 1)).Type);
    }

    [Fact]
    public void A_row_is_null_where_a_side_is()
    {
        Assert.Equal([11L, null, 33L], Values<long>(_data["i"] + _data["l"]));
        Assert.Equal([1.0, null, null], Values<double>(_data["d"] - _data["i"]));
        Assert.Equal([3.0, 6.0, null], Values<double>(_data["d"] * 1.5));
        Assert.Equal([0.1, null, 0.1], Values<double>(_data["i"] / _data["l"]));
        Assert.Equal([9, null, 7], Values<int>(10 - _data["i"]));
        Assert.Equal(2.20m, (_data["m"] * 2)[0]);
    }

    [Fact]
    public void Dates_and_lengths_of_time_add_up()
    {
        Assert.Equal(new DateTime(2025, 1, 1, 1, 0, 0), (_data["t"] + _data["s"])[0]);
        Assert.Equal(new DateTime(2024, 12, 31), (_data["t"] - TimeSpan.FromDays(1))[0]);
        Assert.Equal(TimeSpan.FromDays(2), (_data["t"] - new DateTime(2025, 1, 1))[2]);
        Assert.Equal(TimeSpan.FromHours(5), (_data["s"] + TimeSpan.FromHours(2))[2]);
        Assert.Equal(TimeSpan.FromHours(-1), (_data["s"] - TimeSpan.FromHours(2))[0]);
    }

    [Fact]
    public void A_null_row_never_fails()
    {
        var data = new DataFrame(("a", new decimal?[] { 1, 2 }), ("b", new decimal?[] { null, 4 }));
        Assert.Equal([null, 0.5m], Values<decimal>(data["a"] / data["b"]));
    }

    [Fact]
    public void Columns_in_uneven_chunks_meet_row_by_row()
    {
        var first = new DataFrame(("x", Enumerable.Range(0, 900_001).ToArray()));
        var second = new DataFrame(("x", Enumerable.Range(900_001, 1_300_000).Select(i => i % 1000 == 7 ? (int?)null : i).ToArray()));
        var uneven = first.Concat(second)["x"];
        var even = Column.From(Enumerable.Range(0, 2_200_001).Select(i => (double)i));
        var sums = (uneven + even).Storage.Chunks.ToList();
        Assert.Equal(3, sums.Count);
        var result = uneven + even;
        foreach (var row in new[] { 0, 900_000, 900_001, 1_048_575, 1_048_576, 2_200_000 })
            Assert.Equal(2.0 * row, result[row]);
        Assert.Null(result[1_500_007]);
        Assert.Equal(uneven.NullCount, result.NullCount);
    }

    [Fact]
    public void Every_length_agrees_with_a_loop()
    {
        for (var length = 0; length < 70; length++)
        {
            var (a, b) = (Enumerable.Range(0, length).Select(i => i * 1.5).ToArray(), Enumerable.Range(0, length).Select(i => i - 20.25).ToArray());
            var (left, right) = (Column.From((ReadOnlyMemory<double>)a), Column.From((ReadOnlyMemory<double>)b));
            Assert.Equal(a.Zip(b, (x, y) => (double?)(x + y)), Values<double>(left + right));
            Assert.Equal(a.Zip(b, (x, y) => (double?)(x - y)), Values<double>(left - right));
            Assert.Equal(a.Zip(b, (x, y) => (double?)(x * y)), Values<double>(left * right));
            Assert.Equal(a.Zip(b, (x, y) => (double?)(x / y)), Values<double>(left / right));
        }
    }

    [Fact]
    public void What_does_not_fit_names_its_row()
    {
        var big = new DataFrame(("x", new[] { 1, int.MaxValue, 2 }))["x"];
        Says("RFN0217: row 1 of an expression, with '2147483647' and '1', has no result: Arithmetic operation resulted in an overflow. "
            + "Convert a column to a wider type, or leave the row out.", () => big + 1);
        Says("RFN0217: row 2 of an expression, with '1.10' and '0', has no result: Attempted to divide by zero. Convert a column to a wider type, or leave the row out.", () => 1.10m / _data["m"]);
        Assert.Equal("RFN0217", Assert.Throws<FrameException>(() => _data["t"] + TimeSpan.FromDays(4_000_000)).Id);
        Assert.Equal("RFN0217", Assert.Throws<FrameException>(() => big * big).Id);
        Assert.Equal("RFN0217", Assert.Throws<FrameException>(() => -2 - big).Id);
    }

    [Fact]
    public void Types_that_do_not_meet_are_named()
    {
        Says("RFN0215: there is no + for column 'text' of string and int: give both sides one type; beside decimal write numbers with m, as in 1.5m.", () => _data["text"] + 1);
        Says("RFN0215: there is no * for column 'm' of decimal and double: give both sides one type; beside decimal write numbers with m, as in 1.5m.", () => _data["m"] * 1.5);
        Says("RFN0215: there is no < for a column of double and column 'text' of string: give both sides one type; beside decimal write numbers with m, as in 1.5m.", () => (_data["d"] * 2) < _data["text"]);
        Assert.Equal("RFN0215", Assert.Throws<FrameException>(() => _data["text"] - _data["text"]).Id);
        Assert.Equal("RFN0215", Assert.Throws<FrameException>(() => _data["t"] / 2).Id);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        var other = new DataFrame(("other", new[] { 1 }))["other"];
        Says("RFN0216: column 'i' has 3 rows and column 'other' 1 row; the columns of one expression are equally long.", () => _data["i"] + other, () => _data["i"] < other);
        Says("RFN0216: the condition has 1 row, but the frame has 3 rows; make it of the frame's own columns.", () => _data.Where(other > 0));
    }

    private static T?[] Values<T>(Column column)
        where T : struct => [.. new DataFrame([column.Named("x")]).Column<T?>("x")];

    private static void Says(string message, params Func<object?>[] actions) =>
        Assert.All(actions, action => Assert.Equal(message, Assert.Throws<FrameException>(action).Message));
}
