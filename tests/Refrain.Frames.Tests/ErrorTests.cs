namespace Refrain.Frames.Tests;

/// <summary>What a frame says when it cannot do what it is asked.</summary>
public sealed class ErrorTests
{
    private readonly DataFrame _data = new(("City", new[] { "Graz", "Linz" }), ("Lon", new double?[] { 15.4, null }), ("People", new[] { 291_000, 210_000 }));

    [Fact]
    [Trait("row", "C6")]
    public void An_unknown_column_is_named_with_the_nearest_and_all_others()
    {
        var error = Assert.Throws<FrameException>(() => _data["Lat"]);
        Assert.Equal("RFN0201: no column named 'Lat'; did you mean 'Lon'? The columns are: City, Lon, People.", error.Message);
        Assert.Equal("RFN0201", error.Id);
        Assert.Equal("Lat", error.Column);
        Assert.Equal("docs/errors/RFN0201.md", error.HelpLink);
    }

    [Fact]
    [Trait("row", "C6")]
    public void Dropping_a_column_twice_says_that_it_is_gone()
    {
        var data = new DataFrame(("Lat", new[] { 1.0 }), ("Rides", new[] { 2 }));
        data.Columns.Remove("Lat");
        var error = Assert.Throws<FrameException>(() => data.Columns.Remove("Lat"));
        Assert.Equal("RFN0201: no column named 'Lat'. The columns are: Rides.", error.Message);
    }

    [Fact]
    public void A_frame_without_columns_says_so() =>
        Says("RFN0201: no column named 'x'. The frame has no columns.", () => new DataFrame()["x"]);

    [Fact]
    public void Case_matters_and_the_right_one_is_suggested() =>
        Says("RFN0201: no column named 'city'; did you mean 'City'? The columns are: City, Lon, People.", () => _data.Select("city"));

    [Fact]
    public void Every_door_that_takes_a_name_checks_it()
    {
        Action[] doors =
        [
            () => _ = _data["x"],
            () => _ = _data[0, "x"],
            () => _data[0, "x"] = 1,
            () => _data.Column<int>("x"),
            () => _ = _data.Columns["x"],
            () => _data.Columns.Remove("x"),
            () => _data.Columns.Rename("x", "y"),
            () => _data.Select("x"),
            () => _data.Without("x"),
            () => _data.Where(row => row.Get<int>("x") > 1),
            () => _data.Where("x", (int x) => x > 1),
            () => _data.OrderBy("x"),
            () => _data.OrderByDescending("x"),
            () => _data.OrderBy("City").ThenBy("x"),
            () => _data.GroupBy("x"),
            () => _data.GroupBy("City").Sum("x"),
            () => _data.Distinct("x"),
        ];
        Assert.All(doors, door => Assert.Equal("RFN0201", Assert.Throws<FrameException>(door).Id));
    }

    [Fact]
    public void Another_type_than_the_columns_is_named() =>
        Says(
            "RFN0202: column 'City' holds string, not double; ask for string, or convert the values with Select.",
            () => _data.Column<double>("City"),
            () => _data.Rows[0].Get<double>("City"),
            () => _data.Where("City", (double x) => x > 1));

    [Fact]
    public void A_column_of_another_length_is_refused()
    {
        const string Message = "RFN0203: column 'New' has 3 rows, but the frame has 2 rows; every column of a frame is equally long.";
        Says(Message, () => _data["New"] = new[] { 1, 2, 3 }, () => _data.Columns.Add("New", new[] { 1, 2, 3 }));
        Says("RFN0203: column 'b' has 1 row, but the frame has 2 rows; every column of a frame is equally long.", () => new DataFrame(("a", new[] { 1, 2 }), ("b", new[] { 1 })));
        Says("RFN0203: column 'City' has 1 row, but the frame has 2 rows; every column of a frame is equally long.", () => _data["City"] = new[] { "Wels" });
    }

    [Fact]
    public void A_row_out_of_range_names_the_range()
    {
        const string Message = "RFN0204: there is no row 2: rows are counted from 0 to 1.";
        Says(Message, () => _data[2, "City"], () => _data[2, "City"] = "x", () => _data["City"][2], () => _data.Column<string>("City")[2], () => _data.Rows[2], () => _data["City"].IsNull(2));
        Says("RFN0204: there is no row -1: rows are counted from 0 to 1.", () => _data[-1, "City"]);
        Says("RFN0204: there is no row 0: the frame is empty.", () => _data.Take(0)[0, "City"]);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        const string Message = "RFN0205: there is already a column named 'City'; remove or rename it first, or replace its values with data[\"City\"] = ….";
        Says(Message, () => _data.Columns.Add("City", new[] { 1, 2 }), () => _data.Columns.Rename("Lon", "City"), () => _data.Select("City", "City"));
        Says(Message, () => new DataFrame(("City", new[] { 1 }), ("City", new[] { 2 })));
    }

    [Fact]
    public void A_null_where_the_type_has_none_names_the_row_and_the_nullable_type()
    {
        const string Message = "RFN0206: row 1 of column 'Lon' is null, which double cannot be; ask for double?, or test IsNull first.";
        Says(Message, () => _data.Column<double>("Lon").ToArray(), () => _data.Column<double>("Lon").Max(x => x), () => _data.Rows[1].Get<double>("Lon"));
    }

    [Fact]
    public void A_value_that_does_not_fit_the_column_is_named()
    {
        Says(
            "RFN0207: column 'People' holds int and cannot take '1.5' (double); give a value of its type, or replace the whole column.",
            () => _data[0, "People"] = 1.5);
        Says(
            "RFN0207: column 'City' holds string and cannot take '7' (int); give a value of its type, or replace the whole column.",
            () => _data[0, "City"] = 7);
        Says(
            "RFN0207: column 'People' holds int and cannot take '3000000000' (long); give a value of its type, or replace the whole column.",
            () => _data[0, "People"] = 3_000_000_000L);
    }

    [Fact]
    public void Text_has_neither_sum_nor_mean()
    {
        Says("RFN0208: column 'City' holds string, which has no sum; it is there for numbers only.", () => _data["City"].Sum(), () => _data.GroupBy("Lon").Sum("City"));
        Says("RFN0208: column 'City' holds string, which has no mean; it is there for numbers only.", () => _data.GroupBy("Lon").Mean("City"), () => _data["City"].Mean());
    }

    [Fact]
    public void Dates_have_no_mean()
    {
        var data = new DataFrame(("d", new[] { new DateOnly(2025, 1, 1) }));
        Says("RFN0208: column 'd' holds DateOnly, which has no mean; it is there for numbers only.", () => data["d"].Mean(), () => data.Take(0)["d"].Mean());
    }

    [Fact]
    public void ThenBy_needs_an_order()
    {
        const string Message = "RFN0209: ThenBy refines an order, and this frame has none: call OrderBy or OrderByDescending first, and change nothing in between.";
        Says(Message, () => _data.ThenBy("City"), () => _data.ThenByDescending("City"));
        var ordered = _data.OrderBy("City");
        ordered[0, "City"] = "Zell";
        Says(Message, () => ordered.ThenBy("Lon"));
    }

    [Fact]
    public void A_column_without_values_has_no_least_one() =>
        Says(
            "RFN0214: column 'Lon' has no values, so none of them is least or greatest; ask for double? to have null instead.",
            () => _data.Skip(1).Column<double>("Lon").Min(),
            () => _data.Take(0).Column<double>("Lon").Max());

    [Fact]
    public void A_type_no_column_holds_is_named() =>
        Says(
            "RFN0210: a column cannot hold Guid; it holds one of bool, int, long, float, double, decimal, string, DateTime, DateOnly or TimeSpan, or the nullable form of one.",
            () => DataFrame.ReadCsv(new StringReader("a\nx"), new CsvOptions { Types = new Dictionary<string, Type> { ["a"] = typeof(Guid) } }));

    [Fact]
    public void A_column_needs_a_name()
    {
        Says("RFN0211: a column needs a name, and the column at position 1 has none.", () => new DataFrame(("a", new[] { 1 }), ("", new[] { 2 })));
        Says("RFN0211: a column needs a name, and the one to add has none.", () => _data.Columns.Add("", new[] { 1, 2 }));
        Says("RFN0211: a column needs a name, and the new name of 'City' has none.", () => _data.Columns.Rename("City", ""));
        Says("RFN0211: a column needs a name, and the column at position 0 has none.", () => new DataFrame([Column.From([1, 2])]));
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var before = _data.ContentId;
        Assert.Throws<FrameException>(() => _data["New"] = new[] { 1, 2, 3 });
        Assert.Throws<FrameException>(() => _data.Columns.Rename("Lon", "City"));
        Assert.Throws<FrameException>(() => _data[0, "People"] = "many");
        Assert.Equal(before, _data.ContentId);
    }

    private static void Says(string message, params Func<object?>[] actions) =>
        Assert.All(actions, action => Assert.Equal(message, Assert.Throws<FrameException>(action).Message));

    private static void Says(string message, params Action[] actions) =>
        Assert.All(actions, action => Assert.Equal(message, Assert.Throws<FrameException>(action).Message));
}
