using System.Buffers;
using System.Globalization;
using System.Text;
using Refrain.Frames.Queries;
using Refrain.Frames.Rows.Views;

namespace Refrain.Frames.Tests.Rows.Views;

[Trait("row", "F3")]
public sealed class RowViewTests
{
    private static readonly DataFrame Cities = new(
        ("City", new[] { "Oslo", "Bergen", null, "Tromsø", "oslo", "" }),
        ("People", new int?[] { 717_710, 291_940, null, 77_992, -3, 0 }),
        ("Share", new[] { 0.5, 1.25, double.NaN, -1e-7, 12, 0.5 }),
        ("Founded", new DateOnly?[] { new(1048, 1, 1), new(1070, 1, 1), null, new(1794, 6, 20), new(2000, 2, 29), new(1, 1, 1) }),
        ("Old", new[] { true, true, false, false, false, true }));

    [Fact]
    public void Without_a_question_a_view_is_the_table_and_costs_nothing()
    {
        var view = RowView.Find(Cities, RowQuery.All);

        Assert.Null(view.Rows);
        Assert.Equal((6, 4), (view.Count, view.RowAt(4)));
    }

    [Theory]
    [InlineData("oslo", "0 4")]
    [InlineData("OSLO", "0 4")]
    [InlineData("Ø", "3")]
    [InlineData("7179", "")]
    [InlineData("71771", "0")]
    [InlineData("-1E-07", "3")]
    [InlineData("nan", "2")]
    [InlineData("1794-06", "3")]
    [InlineData("rue", "0 1 5")]
    [InlineData("0", "0 1 2 3 4 5")]
    public void A_search_looks_for_text_in_every_cell_as_the_CSV_has_it(string search, string rows)
    {
        var data = Cities.Copy();
        if (search == "0") data["Zero"] = new[] { 0, 0, 0, 0, 0, 0 };

        Assert.Equal(rows, Found(data, new(search, [], null, false)));
    }

    [Theory]
    [InlineData("City", "Equal", "Oslo", "0")]
    [InlineData("City", "NotEqual", "Oslo", "1 3 4 5")]
    [InlineData("City", "Contains", "o", "0 3 4")]
    [InlineData("City", "Less", "Oslo", "1 4 5")]
    [InlineData("City", "Empty", "", "2")]
    [InlineData("City", "NotEmpty", "", "0 1 3 4 5")]
    [InlineData("People", "AtLeast", "77992", "0 1 3")]
    [InlineData("People", "Greater", "77991.5", "0 1 3")]
    [InlineData("People", "Less", "-2.5", "4")]
    [InlineData("People", "Less", "1e30", "")]
    [InlineData("People", "Equal", "0", "5")]
    [InlineData("People", "NotEqual", "0", "0 1 3 4")]
    [InlineData("People", "Contains", "77", "0 3")]
    [InlineData("Share", "AtMost", "0.5", "0 3 5")]
    [InlineData("Share", "Equal", "12", "4")]
    [InlineData("Founded", "Greater", "1070-01-01", "3 4")]
    [InlineData("Founded", "Empty", "", "2")]
    [InlineData("Old", "Equal", "true", "0 1 5")]
    [InlineData("Old", "Equal", "False", "2 3 4")]
    public void A_filter_tests_the_cells_of_one_column(string column, string test, string value, string rows)
    {
        var filter = new RowFilter(Cities.Names.Find(column), Enum.Parse<RowTest>(test), value);
        Assert.Equal(value == "1e30", CellTest.Check(Cities[column], filter.Test, value) is not null);

        if (value != "1e30") Assert.Equal(rows, Found(Cities, new("", [filter], null, false)));
    }

    [Fact]
    public void A_value_that_the_column_cannot_have_is_refused() => Assert.Equal(
        "\"many\" is no int, which the column People holds.", CellTest.Check(Cities["People"], RowTest.Less, "many"));

    [Theory]
    [InlineData("bool", "True")]
    [InlineData("long", "40000000000")]
    [InlineData("float", "2.5")]
    [InlineData("double", "2")]
    [InlineData("decimal", "0.05")]
    [InlineData("DateTime", "2025-01-01T04:00:00")]
    [InlineData("TimeSpan", "00:05:00")]
    public void Every_type_has_its_comparison(string column, string value)
    {
        var data = SharingTests.EveryType(40);
        var position = data.Names.Find(column);
        Assert.Null(CellTest.Check(data[column], RowTest.Equal, value));
        var parts = new[] { RowTest.Less, RowTest.Equal, RowTest.Greater, RowTest.Empty }
            .Select(test => RowView.Find(data, new("", [new(position, test, value)], null, false)).Rows!).ToList();

        Assert.NotEmpty(parts[1]);
        Assert.Equal(Enumerable.Range(0, 40), parts.SelectMany(rows => rows).Order());
        Assert.Equal(
            parts[0].Concat(parts[1]).Order(), RowView.Find(data, new("", [new(position, RowTest.AtMost, value)], null, false)).Rows!);
    }

    [Fact]
    public void Search_and_filters_must_all_hold_and_the_order_is_over_what_is_left()
    {
        var query = new RowQuery("o", [new(1, RowTest.AtLeast, "-10"), new(4, RowTest.NotEmpty, "")], 1, true);

        Assert.Equal("0 3 4", Found(Cities, query));
        Assert.Equal("4 3 0", Found(Cities, query with { Descending = false }));
    }

    [Fact]
    public void The_order_is_that_of_OrderBy_for_every_type_and_for_any_rows()
    {
        var data = SharingTests.EveryType(3_000);
        var some = Enumerable.Range(0, 3_000).Where(row => row % 7 != 0).ToArray();
        for (var column = 0; column < data.Columns.Count; column++)
        {
            foreach (var descending in new[] { false, true })
            {
                var expected = SortOrder.Of(data.ColumnAt(column), descending);
                Assert.Equal(expected, RowView.Find(data, new("", [], column, descending)).Rows);
                Assert.Equal(
                    expected.Where(row => row % 7 != 0),
                    RowSorter.Sort(data.ColumnAt(column), descending, some, new(null, 0, 1, default)));
            }
        }
    }

    [Fact]
    public void Long_tables_are_searched_block_by_block_and_say_how_far_they_are()
    {
        var numbers = Enumerable.Range(0, 1_100_000).ToArray();
        var data = new DataFrame(("n", numbers), ("t", numbers.Select(n => n % 1000 == 0 ? "hit" : "miss").ToArray()));
        var told = new List<double>();

        var view = RowView.Find(data, new("hit", [], 0, true), done => { lock (told) told.Add(done); });

        Assert.Equal(numbers.Where(n => n % 1000 == 0).Reverse(), view.Rows);
        Assert.All(told, done => Assert.InRange(done, 0, 1));
        Assert.Equal(1, told[^1]);
        Assert.True(told.Count > 5);
    }

    [Fact]
    public void What_nobody_wants_any_more_ends_wherever_it_is()
    {
        var data = new DataFrame(("n", Enumerable.Range(0, 1_100_000).Select(n => n * 7919 % 1_000_003).ToArray()));
        foreach (var query in new[] { new RowQuery("9", [], null, false), new RowQuery("", [], 0, false) })
        {
            var steps = 0;
            RowView.Find(data, query, _ => Interlocked.Increment(ref steps));
            for (var last = 1; last < steps; last++)
            {
                using var giveUp = new CancellationTokenSource();
                var step = 0;
                Assert.ThrowsAny<OperationCanceledException>(() =>
                {
                    RowView.Find(data, query, _ => { if (Interlocked.Increment(ref step) == last) giveUp.Cancel(); }, giveUp.Token);
                    giveUp.Token.ThrowIfCancellationRequested();
                });
            }
        }
    }

    [Fact]
    public void An_export_is_what_WriteCsv_writes()
    {
        var data = SharingTests.EveryType(10_000);
        data["awkward"] = Enumerable.Range(0, 10_000).Select(n => (n % 6) switch { 0 => "a,b", 1 => "say \"hi\"", 2 => "", 3 => null, 4 => " x", _ => "two\nlines" }).ToArray();
        using var expected = new StringWriter(CultureInfo.InvariantCulture);
        data.WriteCsv(expected);

        Assert.Equal(expected.ToString(), Exported(data, RowQuery.All, Enumerable.Range(0, 11).ToArray()));
    }

    [Fact]
    public void An_export_has_the_rows_and_columns_of_the_view_in_its_order() =>
        Assert.Equal("People,City\n717710,Oslo\n-3,oslo\n", Exported(Cities, new("oslo", [], 1, true), [1, 0]));

    private static string Exported(DataFrame data, RowQuery query, int[] columns)
    {
        var output = new ArrayBufferWriter<byte>();
        using var export = new CsvExport(data, RowView.Find(data, query), columns);
        export.WriteHeader(output);
        while (export.WriteRows(output))
            Assert.True(export.Written < export.RowCount);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Found(DataFrame data, RowQuery query) => string.Join(' ', RowView.Find(data, query).Rows!);
}
