using FsCheck;
using FsCheck.Fluent;

namespace Refrain.Frames.Tests.Queries;

public sealed class JoinTests
{
    private readonly DataFrame _orders = new(
        ("order", new[] { 1, 2, 3, 4 }),
        ("product", new int?[] { 7, 8, null, 7 }),
        ("price", new[] { 1.0, 2.0, 3.0, 4.0 }));

    private readonly DataFrame _products = new(
        ("product", new long?[] { 7, null, 9, 7 }),
        ("name", new[] { "pen", "none", "ink", "quill" }),
        ("price", new[] { 10.0, 20.0, 30.0, 40.0 }));

    [Fact]
    public void A_join_pairs_the_rows_of_equal_values_and_leaves_the_others_out()
    {
        var joined = _orders.Join(_products, "product");
        Assert.Equal("order: int, product: int, price: double, name: string, price_right: double", joined.Columns.ToString());
        Assert.Equal([1, 1, 4, 4], joined.Column<int>("order"));
        Assert.Equal(["pen", "quill", "pen", "quill"], joined.Column<string>("name"));
        Assert.Equal([10, 40, 10, 40], joined.Column<double>("price_right"));
    }

    [Fact]
    public void A_left_join_keeps_the_rows_without_a_partner()
    {
        var joined = _orders.LeftJoin(_products, "product");
        Assert.Equal([1, 1, 2, 3, 4, 4], joined.Column<int>("order"));
        Assert.Equal(["pen", "quill", null, null, "pen", "quill"], joined.Column<string>("name"));
        Assert.Equal([10, 40, null, null, 10, 40], joined.Column<double?>("price_right"));
    }

    [Fact]
    public void Columns_may_be_called_differently_and_be_several()
    {
        var right = new DataFrame(("id", new[] { 7, 7 }), ("cost", new[] { 4.0, 1.0 }), ("x", new[] { "a", "b" }));
        Assert.Equal(["b", "a"], _orders.Join(right, ("product", "id"), ("price", "cost")).Column<string>("x"));
        Assert.Equal(["b", null, null, "a"], _orders.LeftJoin(right, ("product", "id"), ("price", "cost")).Column<string>("x"));
        Assert.Equal(0, _orders.Take(0).LeftJoin(right, ("product", "id")).RowCount);
        Assert.Equal(4, _orders.LeftJoin(right.Take(0), ("product", "id")).RowCount);
    }

    [Fact]
    public void A_join_that_cannot_be_names_what_is_wrong()
    {
        Assert.Equal("RFN0201", Assert.Throws<FrameException>(() => _orders.Join(_products, "order")).Id);
        Assert.Equal("RFN0201", Assert.Throws<FrameException>(() => _orders.Join(_products, "name")).Id);
        Assert.Equal("RFN0213", Assert.Throws<FrameException>(() => _orders.Join(_products, ("product", "name"))).Id);
        Assert.Throws<ArgumentException>(() => _orders.Join(_products, Array.Empty<string>()));
    }

    [Fact]
    public void Joins_agree_with_linq()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<((int? Key, int Value)[], (int? Key, int Value)[])>(), pair =>
        {
            var (left, right) = (pair.Item1.Select((row, i) => (Key: row.Key % 4, Id: i)).ToList(), pair.Item2.Select((row, i) => (Key: row.Key % 4, Id: i)).ToList());
            var (a, b) = (Frame(left, "a"), Frame(right, "b"));
            Assert.Equal(
                left.Join(right, row => row.Key, row => row.Key, (x, y) => (x.Id, (int?)y.Id)),
                a.Join(b, "key").Rows.Select(row => (row.Get<int>("a"), row.Get<int?>("b"))));
            Assert.Equal(
                left.LeftJoin(right, row => row.Key, row => row.Key, (x, y) => (x.Id, y == default ? null : (int?)y.Id)).Count(),
                a.LeftJoin(b, "key").RowCount);
        }).QuickCheckThrowOnFailure();

        static DataFrame Frame(List<(int? Key, int Id)> rows, string name) => new(("key", rows.Select(row => row.Key).ToArray()), (name, rows.Select(row => row.Id).ToArray()));
    }

    [Fact]
    public void Values_are_counted_the_most_frequent_first()
    {
        var counts = new DataFrame(("x", new[] { "b", "a", null, "a", "b", "a" })).ValueCounts("x");
        Assert.Equal(["a", "b", null], counts.Column<string>("x"));
        Assert.Equal([3, 2, 1], counts.Column<int>("count"));
        Assert.Equal(["count", "n"], new DataFrame(("count", new[] { 1 })).ValueCounts("count", "n").Columns.Names);
        Assert.Equal("RFN0205", Assert.Throws<FrameException>(() => new DataFrame(("count", new[] { 1 })).ValueCounts("count")).Id);
    }

    [Fact]
    public void A_frame_describes_its_columns()
    {
        var data = new DataFrame(("x", new double?[] { 4, 1, null, 2, double.NaN, 3 }), ("t", new[] { "a", null, null, null, null, null }), ("one", new int?[] { null, 5, null, null, null, null }));
        var lines = data.Describe();
        Assert.Equal("column: string, type: string, values: int, nulls: int, mean: double, std: double, min: double, q25: double, median: double, q75: double, max: double", lines.Columns.ToString());
        Assert.Equal(["x", "t", "one"], lines.Column<string>("column"));
        Assert.Equal(["double", "string", "int"], lines.Column<string>("type"));
        Assert.Equal([5, 1, 1], lines.Column<int>("values"));
        Assert.Equal([1, 5, 5], lines.Column<int>("nulls"));
        Assert.Equal([2.5, null, 5], lines.Column<double?>("mean"));
        Assert.Equal(1.2909944487358056, lines.Column<double?>("std")[0]!.Value, 12);
        Assert.Null(lines[2, "std"]);
        Assert.Equal([1, 1.75, 2.5, 3.25, 4], new[] { "min", "q25", "median", "q75", "max" }.Select(name => (double)lines[0, name]!));
        Assert.Equal(5.0, lines[2, "q75"]);
        Assert.Equal(0, new DataFrame().Describe().RowCount);
    }
}
