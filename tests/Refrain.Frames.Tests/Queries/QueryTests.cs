using FsCheck;
using FsCheck.Fluent;

namespace Refrain.Frames.Tests.Queries;

public sealed class QueryTests
{
    private readonly DataFrame _data = new(
        ("City", new[] { "Graz", "Linz", "graz", null, "Graz" }),
        ("Price", new double?[] { 3, 1, null, 2, double.NaN }),
        ("Year", new[] { 2024, 2025, 2024, 2025, 2023 }));

    [Fact]
    public void Take_and_skip_cut_rows()
    {
        Assert.Equal([2024, 2025], _data.Take(2).Column<int>("Year"));
        Assert.Equal([2025, 2023], _data.Skip(3).Column<int>("Year"));
        Assert.Equal(5, _data.Take(99).RowCount);
        Assert.Equal(0, _data.Take(-1).RowCount);
        Assert.Equal(0, _data.Skip(99).RowCount);
        Assert.Equal(["City", "Price", "Year"], _data.Skip(99).Columns.Names);
    }

    [Fact]
    public void Take_shares_the_memory_it_cuts()
    {
        var data = new DataFrame(("x", Enumerable.Range(0, 100_000).ToArray()));
        Assert.Equal(data.SizeInBytes, data.Take(10).SizeInBytes);
        Assert.Same(data.Buffers().Single().Buffer, data.Take(10).Buffers().Single().Buffer);
    }

    [Fact]
    public void Skip_shares_all_chunks_but_the_one_it_cuts()
    {
        var data = new DataFrame(("x", Enumerable.Range(0, 3_000_000).ToArray()), ("t", Enumerable.Range(0, 3_000_000).Select(i => i % 2 == 0 ? null : "x").ToArray()));
        var rest = data.Skip(1_500_000);
        Assert.Equal(1_500_000, rest[0, "x"]);
        Assert.Equal(2_999_999, rest[1_499_999, "x"]);
        Assert.Null(rest[0, "t"]);
        Assert.Equal("x", rest[1_499_999, "t"]);
        Assert.Same(data["x"].Chunks.Last(), rest["x"].Chunks.Last());
        Assert.Same(data["t"].Chunks.Last(), rest["t"].Chunks.Last());
    }

    [Fact]
    public void Concat_puts_rows_below_rows_by_the_names_of_columns()
    {
        var more = new DataFrame(("Year", new long[] { 2026 }), ("City", new[] { "Wels" }), ("Price", new[] { 9 }));
        var all = _data.Concat(more);
        Assert.Equal("City: string, Price: double, Year: long", all.Columns.ToString());
        Assert.Equal(["Graz", "Linz", "graz", null, "Graz", "Wels"], all.Column<string>("City"));
        Assert.Equal([3, 1, null, 2, double.NaN, 9], all.Column<double?>("Price"));
        Assert.Equal([2025L, 2023L, 2026L], all.Column<long>("Year").Skip(3));
        Assert.Equal(5, _data.RowCount);
        Assert.Equal("RFN0201: no column named 'Price'. The columns are: City.", Assert.Throws<FrameException>(() => _data.Concat(more.Select("City"))).Message);
        Assert.Equal("RFN0201", Assert.Throws<FrameException>(() => _data.Select("City").Concat(more)).Id);
        Assert.Equal(
            "RFN0213: column 'City' holds string in one frame and int in the other; convert one of them before Concat.",
            Assert.Throws<FrameException>(() => _data.Select("City").Concat(new DataFrame(("City", new[] { 1 })))).Message);
    }

    [Fact]
    public void Select_and_without_choose_columns()
    {
        Assert.Equal(["Year", "City"], _data.Select("Year", "City").Columns.Names);
        Assert.Equal(["City"], _data.Without("Price", "Year").Columns.Names);
        Assert.Equal(["City", "Price", "Year"], _data.Columns.Names);
    }

    [Fact]
    public void Where_keeps_rows_by_a_condition_on_rows_or_on_one_column()
    {
        Assert.Equal([2024, 2024, 2023], _data.Where(row => row.Get<int>("Year") < 2025).Column<int>("Year"));
        Assert.Equal([3.0], _data.Where("Price", (double price) => price > 2).Column<double>("Price"));
        Assert.Equal([null], _data.Where("Price", (double? price) => price is null).Column<double?>("Price"));
        Assert.Equal(["Graz", "graz", "Graz"], _data.Where("City", (string? city) => city?.Length == 4 && city[3] == 'z' && city != "Linz").Column<string>("City"));
        Assert.Equal(1, _data.Where(row => row.IsNull("City")).RowCount);
        Assert.Equal(2, _data.Where("Year", (double year) => year > 2024.5).RowCount);
    }

    [Fact]
    public void Order_is_stable_with_nulls_and_nan_last_in_both_directions()
    {
        Assert.Equal([1, 2, 3, null, double.NaN], _data.OrderBy("Price").Column<double?>("Price"));
        Assert.Equal([3, 2, 1, null, double.NaN], _data.OrderByDescending("Price").Column<double?>("Price"));
        Assert.Equal(["graz", "Graz", "Graz", "Linz", null], _data.OrderBy("City").Column<string>("City"));
        Assert.Equal(["Linz", "Graz", "Graz", "graz", null], _data.OrderByDescending("City").Column<string>("City"));
    }

    [Fact]
    public void ThenBy_refines_an_order()
    {
        var sorted = _data.OrderBy("City").ThenByDescending("Year").ThenBy("Price");
        Assert.Equal(["graz", "Graz", "Graz", "Linz", null], sorted.Column<string>("City"));
        Assert.Equal([2024, 2024, 2023, 2025, 2025], sorted.Column<int>("Year"));
    }

    [Fact]
    public void Any_order_agrees_with_linq()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(int A, double B, bool C, long D)[]>(), rows =>
        {
            var data = new DataFrame(
                ("n", Enumerable.Range(0, rows.Length).ToArray()),
                ("a", rows.Select(row => row.A % 5).ToArray()),
                ("b", rows.Select(row => row.B).ToArray()),
                ("c", rows.Select(row => row.C).ToArray()),
                ("d", rows.Select(row => (decimal)row.D / 100).ToArray()),
                ("e", rows.Select(row => DateTime.UnixEpoch.AddHours(row.A)).ToArray()),
                ("f", rows.Select(row => (float)row.A).ToArray()),
                ("g", rows.Select(row => TimeSpan.FromTicks(row.D)).ToArray()));
            Check(data.OrderBy("a"), rows.Select((row, i) => (row, i)).OrderBy(pair => pair.row.A % 5));
            Check(data.OrderByDescending("c").ThenBy("d"), rows.Select((row, i) => (row, i)).OrderByDescending(pair => pair.row.C).ThenBy(pair => pair.row.D));
            Check(data.OrderByDescending("b"), rows.Select((row, i) => (row, i)).OrderBy(pair => double.IsNaN(pair.row.B)).ThenByDescending(pair => pair.row.B));
            Check(data.OrderBy("e").ThenByDescending("g"), rows.Select((row, i) => (row, i)).OrderBy(pair => pair.row.A).ThenByDescending(pair => pair.row.D));
            Check(data.OrderByDescending("f"), rows.Select((row, i) => (row, i)).OrderByDescending(pair => (float)pair.row.A));
        }).QuickCheckThrowOnFailure();

        static void Check<T>(DataFrame sorted, IEnumerable<(T Row, int Index)> expected) =>
            Assert.Equal(expected.Select(pair => pair.Index), sorted.Column<int>("n"));
    }

    [Fact]
    public void Groups_count_sum_mean_and_find_extremes()
    {
        var data = new DataFrame(
            ("city", new[] { "Graz", "Linz", "Graz", null, "Linz", null }),
            ("sold", new int?[] { 1, 2, 3, 4, null, 6 }),
            ("price", new[] { 1.5m, 2m, 2.5m, 3m, 4m, 5m }));
        var groups = data.GroupBy("city");
        Assert.Equal([2, 2, 2], groups.Count().Column<int>("count"));
        Assert.Equal(["Graz", "Linz", null], groups.Count().Column<string>("city"));
        Assert.Equal([4L, 2L, 10L], groups.Sum("sold").Column<long>("sold"));
        Assert.Equal([2.0, 2.0, 5.0], groups.Mean("sold").Column<double>("sold"));
        Assert.Equal([2m, 3m, 4m], groups.Mean("price").Column<decimal>("price"));
        Assert.Equal([1, 2, 4], groups.Min("sold").Column<int>("sold"));
        Assert.Equal([2.5m, 4m, 5m], groups.Max("price").Column<decimal>("price"));
    }

    [Fact]
    public void Several_aggregates_stand_side_by_side()
    {
        var result = _data.GroupBy("Year").Aggregate(of => of.Count().Mean("Price").Min("City").Max("City", "last").Sum("Price", "total").Count("again"));
        Assert.Equal("Year: int, count: int, Price_mean: double, City_min: string, last: string, total: double, again: int", result.Columns.ToString());
        Assert.Equal([2024, 2025, 2023], result.Column<int>("Year"));
        Assert.Equal(["graz", "Linz", "Graz"], result.Column<string>("City_min"));
        Assert.Equal(["Graz", "Linz", "Graz"], result.Column<string>("last"));
    }

    [Fact]
    public void Groups_by_several_columns_count_each_combination()
    {
        var result = _data.GroupBy("City", "Year").Count();
        Assert.Equal(["Graz", "Linz", "graz", null, "Graz"], result.Column<string>("City"));
        Assert.Equal(1, _data.GroupBy().Count().RowCount);
        Assert.Equal([5], _data.GroupBy().Count().Column<int>("count"));
        Assert.Equal(0, _data.Take(0).GroupBy("City").Mean("Price").RowCount);
    }

    [Fact]
    public void A_group_without_values_has_no_mean_and_no_extremes_and_sums_to_zero()
    {
        var data = new DataFrame(("k", new[] { 1 }), ("v", new double?[] { null }));
        Assert.Null(data.GroupBy("k").Mean("v")[0, "v"]);
        Assert.Null(data.GroupBy("k").Min("v")[0, "v"]);
        Assert.Null(data.GroupBy("k").Max("v")[0, "v"]);
        Assert.Equal(0.0, data.GroupBy("k").Sum("v")[0, "v"]);
    }

    [Fact]
    public void Time_spans_have_sums()
    {
        var data = new DataFrame(("k", new[] { 1, 1 }), ("t", new[] { TimeSpan.FromHours(1), TimeSpan.FromMinutes(5) }));
        Assert.Equal(TimeSpan.FromMinutes(65), data.GroupBy("k").Sum("t")[0, "t"]);
    }

    [Fact]
    public void A_key_column_can_be_aggregated_under_another_name()
    {
        var result = _data.GroupBy("Year").Aggregate(of => of.Max("Year"));
        Assert.Equal(["Year", "Year_max"], result.Columns.Names);
    }

    [Fact]
    public void Groups_agree_with_linq()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(int? Key, int Value)[]>(), rows =>
        {
            var data = new DataFrame(("k", rows.Select(row => row.Key % 4).ToArray()), ("v", rows.Select(row => row.Value).ToArray()));
            var expected = rows.GroupBy(row => row.Key % 4).Select(group => (group.Key, group.Count(), group.Sum(row => (long)row.Value), group.Min(row => row.Value)));
            var actual = data.GroupBy("k").Aggregate(of => of.Count("n").Sum("v", "s").Min("v", "m"));
            Assert.Equal(expected, actual.Rows.Select(row => (row.Get<int?>("k"), row.Get<int>("n"), row.Get<long>("s"), row.Get<int>("m"))));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Distinct_keeps_the_first_of_equal_rows()
    {
        var data = new DataFrame(("a", new[] { 1, 1, 2, 1 }), ("b", new[] { "x", "x", "x", "y" }));
        Assert.Equal([1, 2, 1], data.Distinct().Column<int>("a"));
        Assert.Equal([1, 2], data.Distinct("a").Column<int>("a"));
    }

    [Fact]
    public void Columns_know_their_sum_mean_and_extremes()
    {
        Assert.Equal(10_121, _data["Year"].Sum());
        Assert.Equal(2024.2, _data["Year"].Mean(), 9);
        Assert.Equal(1.0, _data["Price"].Min());
        Assert.Equal(3.0, _data["Price"].Max());
        Assert.Equal(2025, _data.Column<int>("Year").Max() + 0);
        Assert.Equal(1.0, _data.Column<double?>("Price").Min()!.Value);
        Assert.Null(_data.Take(0).Column<double?>("Price").Max());
        Assert.Null(_data.Take(0).Column<string>("City").Max());
        Assert.Equal("graz", _data["City"].Min());
        Assert.Equal("Linz", _data["City"].Max());
        Assert.Equal(4.0, new DataFrame(("x", new decimal?[] { 1.5m, null, 2.5m }))["x"].Sum());
        Assert.Equal(2.0, new DataFrame(("x", new float?[] { 1.5f, null, 2.5f }))["x"].Mean());
        Assert.Equal(new DateOnly(2025, 1, 1), new DataFrame(("x", new DateOnly?[] { null, new(2025, 2, 1), new(2025, 1, 1) }))["x"].Min());
    }

    [Fact]
    public void A_column_without_values_has_a_mean_that_is_no_number_and_no_extremes()
    {
        var data = new DataFrame(("x", new double?[] { null }), ("t", new string?[] { null }));
        Assert.Equal(0, data["x"].Sum());
        Assert.Equal(double.NaN, data["x"].Mean());
        Assert.Null(data["x"].Min());
        Assert.Null(data["t"].Max());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(1_100_000)]
    public void Sums_agree_with_linq_at_any_length(int count)
    {
        var ints = Enumerable.Range(0, count).Select(i => int.MaxValue - (i % 7)).ToArray();
        var doubles = Array.ConvertAll(ints, i => (double)(i % 1000));
        var data = new DataFrame(("i", ints), ("d", doubles), ("l", Array.ConvertAll(ints, i => (long)i)));
        Assert.Equal(ints.Sum(i => (double)i), data["i"].Sum());
        Assert.Equal(ints.Sum(i => (double)i), data["l"].Sum());
        Assert.Equal(doubles.Sum(), data["d"].Sum());
    }
}
