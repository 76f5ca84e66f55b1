namespace Refrain.Frames.Tests.Expressions;

/// <summary>Conditions made of columns.</summary>
public sealed class ConditionTests
{
    private readonly DataFrame _data = new(
        ("id", new[] { 0, 1, 2, 3, 4 }),
        ("city", new[] { "Graz", "Linz", "graz", null, "Wels" }),
        ("price", new double?[] { 3, 1, null, 2, double.NaN }),
        ("day", new[] { new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 3), new DateOnly(2025, 1, 4), new DateOnly(2025, 1, 5) }),
        ("open", new bool?[] { true, false, null, true, false }));

    [Fact]
    public void Where_takes_the_rows_that_are_true()
    {
        Assert.Equal([0, 3], Ids(_data["price"] > 1));
        Assert.Equal([0, 1, 3], Ids(_data["price"] >= 1));
        Assert.Equal([1], Ids(_data["price"] < 2));
        Assert.Equal([1, 3], Ids(_data["price"] <= 2));
        Assert.Equal([1], Ids(_data["price"].EqualTo(1)));
        Assert.Equal([0, 3, 4], Ids(_data["price"].NotEqualTo(1)));
        Assert.Equal([0], Ids(_data["city"].EqualTo("Graz")));
        Assert.Equal([1, 2, 4], Ids(_data["city"].NotEqualTo("Graz")));
        Assert.Equal([1, 4], Ids(_data["city"] > "Graz"));
        Assert.Equal([0, 2], Ids(_data["city"] <= "Graz"));
        Assert.Equal([3, 4], Ids(_data["day"] > new DateOnly(2025, 1, 3)));
        Assert.Equal([1, 4], Ids(_data["open"].EqualTo(false)));
        Assert.Equal([2], Ids(_data["price"].IsNull()));
        Assert.Equal([0, 1, 3, 4], Ids(!_data["price"].IsNull()));
        Assert.Equal([0, 3], Ids(_data["open"]));
    }

    [Fact]
    public void Columns_are_compared_with_columns()
    {
        Assert.Equal([1, 4], Ids(_data["city"].NotEqualTo(new DataFrame(("x", new[] { "Graz", "x", "graz", "y", null! })) is var other ? other["x"].FillNulls("z") : null!)));
        Assert.Equal([1, 3], Ids(_data["id"] >= _data["price"]));
        Assert.Equal([0], Ids(_data["price"] > _data["id"]));
        Assert.Equal([0, 1, 2, 4], Ids(_data["city"].EqualTo(_data["city"])));
        Assert.Equal([0, 1, 3], Ids(_data["price"].EqualTo(_data["price"])));
    }

    [Fact]
    public void Null_is_what_could_be_either()
    {
        var states = new DataFrame(("x", new bool?[] { true, false, null }));
        bool?[] all = [true, false, null];
        foreach (var left in all)
        {
            foreach (var right in all)
            {
                Assert.Equal(left & right, (One(left) & One(right))[0]);
                Assert.Equal(left | right, (One(left) | One(right))[0]);
            }

            Assert.Equal(!left, (!One(left))[0]);
        }

        Assert.Equal(1, states.Where(states["x"]).RowCount);

        static Column One(bool? value) => new DataFrame(("x", new[] { value }))["x"];
    }

    [Fact]
    public void Conditions_without_nulls_are_combined_alike()
    {
        var even = new DataFrame(("x", Enumerable.Range(0, 2_100_000).ToArray()));
        var found = even.Where(even["x"] > 1_048_570 & (even["x"] < 1_048_580 | even["x"].EqualTo(2_099_999)));
        Assert.Equal([.. Enumerable.Range(1_048_571, 9), 2_099_999], found.Column<int>("x"));
        Assert.Equal(2_100_000, even.Where(even["x"] >= 0).RowCount);
        Assert.Equal(0, even.Where(even["x"] < 0).RowCount);
    }

    [Fact]
    public void A_condition_that_holds_no_truth_values_is_refused()
    {
        const string Message = "RFN0202: column 'id' holds int, not bool; ask for int, or convert the values with Select.";
        Assert.Equal(Message, Assert.Throws<FrameException>(() => _data.Where(_data["id"])).Message);
        Assert.Equal(Message, Assert.Throws<FrameException>(() => !_data["id"]).Message);
        Assert.Equal(Message, Assert.Throws<FrameException>(() => _data["id"] & _data["open"]).Message);
        Assert.Throws<ArgumentNullException>(() => _data["city"].EqualTo((string)null!));
    }

    [Fact]
    public void Nulls_are_filled_in_a_new_column_or_frame()
    {
        Assert.Equal([3, 1, 9, 2, double.NaN], _data["price"].FillNulls(9) is Column<double> filled ? filled : null!);
        Assert.Equal(["Graz", "Linz", "graz", "?", "Wels"], _data.FillNulls("city", "?").Column<string>("city"));
        Assert.Null(_data[3, "city"]);
        Assert.Equal("city", _data["city"].FillNulls("?").Name);
        Assert.Same(_data["id"], _data["id"].FillNulls(0));
        Assert.Equal("RFN0207", Assert.Throws<FrameException>(() => _data.FillNulls("city", 1)).Id);
        Assert.Equal("RFN0207", Assert.Throws<FrameException>(() => _data.FillNulls("open", 1)).Id);
    }

    private Column<int> Ids(Column condition) => _data.Where(condition).Column<int>("id");
}
