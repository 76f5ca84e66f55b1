using Refrain.Frames.Queries;

namespace Refrain.Frames.Tests.Queries;

[Trait("row", "F3")]
public sealed class StretchExtremesTests
{
    [Fact]
    public void All_cores_find_the_rows_that_one_reading_of_row_after_row_finds()
    {
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            foreach (var column in Columns(random, random.Next(1, 900)))
            {
                var first = random.Next(column.Length);
                var end = random.Next(first + 1, column.Length + 1);
                var count = random.Next(1, 30);

                Assert.Equal(OneByOne(column, first, end, count), new StretchExtremes(first, end, count, CancellationToken.None).Find(column).Order());
            }
        }
    }

    [Fact]
    public void Of_equal_numbers_the_first_is_found_and_of_none_nothing()
    {
        Assert.Equal([1, 2], Find(new double?[] { null, 1, 3, 3, 1, double.NaN }, 1));
        Assert.Equal([0, 1, 2, 3], Find(new[] { 1.0, 2, 2, 1 }, 2).Order());
        Assert.Equal([0, 0], Find(new[] { 7, 7, 7 }, 1));
        Assert.Empty(Find(new double?[] { null, double.NaN, null }, 2));
    }

    [Fact]
    public void What_is_no_longer_wanted_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new StretchExtremes(0, 3, 1, new(canceled: true)).Find(new[] { 1, 2, 3 }));

    private static IEnumerable<int> Find(Column column, int count) => new StretchExtremes(0, column.Length, count, CancellationToken.None).Find(column);

    /// <summary>What is found, looked for as plainly as can be.</summary>
    private static IEnumerable<int> OneByOne(Column column, int first, int end, int count)
    {
        var found = new List<int>();
        for (var stretch = 0; stretch < count; stretch++)
        {
            var from = first + (int)((long)(end - first) * stretch / count);
            var to = first + (int)((long)(end - first) * (stretch + 1) / count);
            var numbers = Enumerable.Range(from, to - from)
                .Where(row => !column.IsNull(row)).Select(row => (Row: row, Value: Convert.ToDouble(column[row], null))).Where(pair => !double.IsNaN(pair.Value)).ToList();
            if (numbers.Count > 0)
                found.AddRange([numbers.MinBy(pair => pair.Value).Row, numbers.MaxBy(pair => pair.Value).Row]);
        }

        return found.Order();
    }

    /// <summary>A column of every type of numbers in chunks of many lengths, with nulls, NaN and equal numbers.</summary>
    private static ColumnCollection Columns(Random random, int rows)
    {
        var pieces = new List<DataFrame>();
        for (var left = rows; left > 0;)
        {
            var length = Math.Min(left, random.Next(1, 300));
            var values = Enumerable.Range(0, length).Select(_ => random.Next(8) == 0 ? null : (int?)random.Next(-50, 50)).ToArray();
            pieces.Add(new(
                ("int", values),
                ("long", Array.ConvertAll(values, value => (long?)value * 3_000_000_000)),
                ("decimal", Array.ConvertAll(values, value => (decimal?)value / 7)),
                ("float", Array.ConvertAll(values, value => value == 9 ? float.NaN : value / 3f)),
                ("double", Array.ConvertAll(values, value => value is > 45 or < -45 ? double.NaN : value / 3.0)),
                ("whole", Enumerable.Range(0, length).Select(_ => random.NextDouble()).ToArray())));
            left -= length;
        }

        return pieces.Aggregate((all, piece) => all.Concat(piece)).Columns;
    }
}
