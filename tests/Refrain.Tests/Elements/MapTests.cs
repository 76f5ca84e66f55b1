using Refrain.Elements;
using static Refrain.Tests.Elements.Calls;

namespace Refrain.Tests.Elements;

[Trait("row", "F3")]
public class MapTests
{
    private static readonly DataFrame Cities = new(
        ("City", new[] { "Oslo", "Bergen", "nowhere", "Graz" }),
        ("LAT", new double?[] { 59.91, 60.39, null, 47.07 }),
        ("Lng", new double?[] { 10.75, 5.32, 3, 15.44 }),
        ("People", new double?[] { 700, 300, 5, null }),
        ("Country", new[] { "Norway", "Norway", "?", "Austria" }));

    [Fact]
    public void A_map_is_its_points_and_a_description()
    {
        var page = new FakePage();
        page.Map(Cities);

        var map = Assert.IsType<Map>(Assert.Single(page.Drawn));
        Assert.Equal(
            $$$"""map {"source":"{{{map.Source}}}","rows":3,"columns":[{"index":0,"name":"latitude","type":"float64"},{"index":1,"name":"longitude","type":"float64"}],"description":"Map of 3 points, latitude 47.07 to 60.39, longitude 5.32 to 15.44; 1 row without a place left out"}""",
            page.Wire);
    }

    [Fact]
    public void Every_option_reaches_the_wire()
    {
        var page = new FakePage();
        page.Map(Cities, latitude: "LAT", longitude: "Lng", size: "People", color: "Country", height: 250);

        Assert.Contains(
            ""","size":"People","color":"Country","labels":["Norway","?","Austria"],"height":250,""", page.Wire, StringComparison.Ordinal);
        var points = Points(page);
        Assert.Equal([1.0, 0.0, 0.0], points.Column<double>("size"));
        Assert.Equal([0, 0, 2], points.Column<int>("color"));
    }

    [Theory]
    [InlineData("lat", "lon")]
    [InlineData("LATITUDE", "Longitude")]
    [InlineData("Lat", "Long")]
    public void Columns_are_found_by_their_usual_names(string latitude, string longitude)
    {
        var frame = new DataFrame(("x", new[] { 500 }), (longitude, new[] { 20 }), (latitude, new[] { 10 }));

        Assert.Contains("Map of 1 point, latitude 10 to 10, longitude 20 to 20\"", WireOf(page => page.Map(frame)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_points_are_described()
    {
        Assert.Contains("\"rows\":0,", WireOf(page => page.Map(Cities.Take(0))), StringComparison.Ordinal);
        Assert.Contains("\"Map, no points; 1 row without a place left out\"", WireOf(page => page.Map(Cities.Skip(2).Take(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_colours_share_one()
    {
        var page = new FakePage();
        var letters = "aaabbbcccdddeeefffgggxyz".Select(letter => letter.ToString()).ToArray();
        page.Map(new DataFrame(("lat", new int[24]), ("lon", new int[24]), ("letter", letters)), color: "letter");

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "Other"], Assert.IsType<Map>(Assert.Single(page.Drawn)).Labels);
        Assert.Equal([6, 7, 7, 7], Points(page).Column<int>("color").Skip(20));
    }

    [Fact]
    public void Many_points_keep_the_largest_of_each_colour_in_each_place_and_those_farthest_out()
    {
        var random = new Random(5);
        const int rows = 200_000;
        var frame = new DataFrame(
            ("lat", Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 10).ToArray()),
            ("lon", Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 20).ToArray()),
            ("size", Enumerable.Range(0, rows).Select(_ => random.Next()).ToArray()),
            ("kind", Enumerable.Range(0, rows).Select(row => row == 77 ? "rare" : "common").ToArray()));

        var page = new FakePage();
        page.Map(frame, size: "size", color: "kind");

        var points = Points(page);
        Assert.InRange(points.RowCount, 2_000, MapPoints.Most);
        foreach (var (column, kept) in new[] { ("lat", "latitude"), ("lon", "longitude") })
            Assert.Equal((frame[column].Min(), frame[column].Max()), (points[kept].Min(), points[kept].Max()));
        var largest = Array.IndexOf(frame.Column<int>("size").ToArray(), frame["size"].Max());
        Assert.Equal(
            frame[largest, "lat"], points[points.Column<double>("size").ToList().IndexOf(1.0), "latitude"]);
        Assert.Single(points.Column<int>("color"), 1);
        Assert.Contains("Map of 200,000 points", page.Wire, StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        Throws(
            "latitude", "RFN0355: Map: no column is named as latitudes usually are (latitude, lat). Name it with latitude: \"…\". The columns are: City, Lng.",
            page => page.Map(Cities.Select("City", "Lng")));
        Throws(
            "longitude",
            "RFN0355: Map: no column is named as longitudes usually are (longitude, lon, lng, long). Name it with longitude: \"…\". The columns are: City, LAT.",
            page => page.Map(Cities.Select("City", "LAT")));
        Throws(
            "latitude", "RFN0356: Map: lat of row 1 is 95. A latitude has -90 to 90 degrees; are latitude and longitude swapped?",
            page => page.Map(new DataFrame(("lat", new[] { 1, 95 }), ("lon", new[] { 1, 1 }))));
        Throws(
            "longitude", "RFN0356: Map: lon of row 0 is -200.5. A longitude has -180 to 180 degrees.",
            page => page.Map(new DataFrame(("lat", new[] { 1 }), ("lon", new[] { -200.5 }))));
        Throws(
            "latitude", "RFN0323: Map: latitude names the column City (string), which holds no numbers. The columns that do are: LAT, Lng, People.",
            page => page.Map(Cities, "City"));
        Throws("size", """RFN0321: Map: size names the column "Peeple", which is not there. Did you mean "People"? The columns are: City, LAT, Lng, People, Country.""", page => page.Map(Cities, size: "Peeple"));
        Throws("height", "RFN0320: Map: height is 0. Give a number of pixels greater than 0, or leave it out.", page => page.Map(Cities, height: 0));
    }

    private static DataFrame Points(FakePage page) => ((FrameSource)Assert.Single(page.Drawn).Sources[0]).Frame;
}
