using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Refrain.Server.Tests.Http;

public sealed class RowsTests
{
    [Fact]
    public async Task A_window_of_a_table_comes_as_raw_columns()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        using var response = await server.GetAsync($"{Rows(page)}?from=10&count=3&columns=0", ("Cookie", cookie));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("RFRW", Encoding.ASCII.GetString(bytes, 0, 4));
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var header = JsonNode.Parse(bytes.AsSpan(8, length))!;
        Assert.Equal((10, 3, 2500), ((int)header["from"]!, (int)header["count"]!, (int)header["total"]!));
        var column = header["columns"]!.AsArray().Single()!;
        Assert.Equal(("Number", "int32"), ((string)column["name"]!, (string)column["type"]!));
        Assert.Equal([10, 11, 12], Enumerable.Range(0, 3).Select(row => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8 + length + (int)column["values"]![0]! + (4 * row)))));
    }

    [Fact]
    public async Task A_window_past_the_end_is_cut_to_the_rows_there_are()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        using var response = await server.GetAsync($"{Rows(page)}?from=2400&count=1000", ("Cookie", cookie));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        var header = JsonNode.Parse(bytes.AsSpan(8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4))))!;
        Assert.Equal(100, (int)header["count"]!);
    }

    [Theory]
    [InlineData("count=1001", "RFN0622: 'count' must be between 0 and 1000.")]
    [InlineData("count=-1", "RFN0622: 'count' must be between 0 and 1000.")]
    [InlineData("from=2501", "RFN0622: 'from' must be between 0 and 2500.")]
    [InlineData("from=x", "RFN0622: 'from' must be between 0 and 2500.")]
    [InlineData("columns=0,2", "RFN0622: 'columns' must be different numbers between 0 and 1, with commas between.")]
    [InlineData("columns=1,1", "RFN0622: 'columns' must be different numbers between 0 and 1, with commas between.")]
    [InlineData("sort=2", "RFN0622: 'sort' must be between 0 and 1.")]
    [InlineData("sort=0&descending=yes", "RFN0622: 'descending' must be 'true' or 'false'.")]
    [InlineData("filters=x", "RFN0622: 'filters' must be a list of at most 50, each a column, a test and a value.")]
    [InlineData("filters=null", "RFN0622: 'filters' must be a list of at most 50, each a column, a test and a value.")]
    [InlineData("filters=[null]", "RFN0622: 'filters' must be a list of at most 50, each a column, a test and a value.")]
    [InlineData("filters=[{\"column\":2,\"test\":\"equal\",\"value\":\"1\"}]", "RFN0622: 'filters' must be a list of at most 50, each a column, a test and a value.")]
    [InlineData("filters=[{\"column\":0,\"test\":\"is\",\"value\":\"1\"}]", "RFN0622: 'filters' must be a list of at most 50, each a column, a test and a value.")]
    [InlineData("filters=[{\"column\":0,\"test\":\"less\",\"value\":\"many\"}]", "RFN0622: \"many\" is no int, which the column Number holds.")]
    [InlineData("search=row 2&from=700", "RFN0622: 'from' must be between 0 and 611.")]
    public async Task What_a_table_cannot_give_is_refused_with_the_reason(string query, string reason)
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        using var response = await server.GetAsync($"{Rows(page)}?{query}", ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(reason, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Rows_are_given_to_the_session_s_own_cookie_alone()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        foreach (var part in new[] { "/view", "/csv", "/stretch" })
        {
            using var refused = await server.GetAsync(Rows(page) + part);
            using var hidden = await server.GetAsync(Rows(page) + part, ("Cookie", await server.VisitAsync()));
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, hidden.StatusCode));
        }

        using var without = await server.GetAsync(Rows(page));
        using var other = await server.GetAsync(Rows(page), ("Cookie", await server.VisitAsync()));
        using var source = await server.GetAsync($"/_refrain/rows/{page.Session}/none", ("Cookie", cookie));
        using var blob = await server.GetAsync($"/_refrain/blobs/{page.Session}/none", ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal("RFN0623: This address needs the session's cookie.", await without.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal("There is no such session, or it is not yours.", await other.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, source.StatusCode);
        Assert.Equal("The page shows no such table now.", await source.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, blob.StatusCode);
    }

    [Fact]
    public async Task A_long_search_is_refused()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        using var response = await server.GetAsync($"{Rows(page)}?search={new string('x', 1001)}", ("Cookie", cookie));

        Assert.Equal("RFN0622: 'search' must have at most 1000 characters.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_view_says_how_many_rows_it_has_and_its_windows_which()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();
        const string query = "search=ROW 24&filters=[{\"column\":0,\"test\":\"less\",\"value\":\"2450\"}]&sort=0&descending=true";

        using var view = await server.GetAsync($"{Rows(page)}/view?{query}", ("Cookie", cookie));
        using var window = await server.GetAsync($"{Rows(page)}?{query}&count=2&columns=0", ("Cookie", cookie));
        var bytes = await window.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/x-ndjson", view.Content.Headers.ContentType!.ToString());
        var lines = (await view.Content.ReadAsStringAsync()).TrimEnd().Split('\n');
        Assert.Equal("""{"rows":61}""", lines[^1]);
        Assert.All(lines[..^1], line => Assert.InRange((double)JsonNode.Parse(line)!["done"]!, 0, 1));
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var header = JsonNode.Parse(bytes.AsSpan(8, length))!;
        Assert.Equal((2, 61), ((int)header["count"]!, (int)header["total"]!));
        Assert.Equal([2449, 2448], Enumerable.Range(0, 2).Select(row => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8 + length + (int)header["rows"]![0]! + (4 * row)))));
    }

    [Fact]
    public async Task A_stretch_of_a_long_chart_comes_with_the_rows_that_the_whole_had_not()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => Ui.LineChart(Enumerable.Range(0, 50_000).Select(row => (double)row))));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();
        var stretches = $"/_refrain/rows/{page.Session}/{page.Node("chart")["props"]!["detail"]}/stretch";

        using var response = await server.GetAsync($"{stretches}?from=1000.5&to=3e3", ("Cookie", cookie));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var header = JsonNode.Parse(bytes.AsSpan(8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4))))!;
        Assert.Equal((0, 2_002), ((int)header["from"]!, (int)header["count"]!));
        Assert.Equal(["row", "value"], header["columns"]!.AsArray().Select(column => (string)column!["name"]!));

        foreach (var query in new[] { "", "?from=1", "?from=2&to=1", "?from=1&to=1", "?from=NaN&to=1", "?from=1&to=Infinity", "?from=1&to=1e999", "?from=x&to=1" })
        {
            using var refused = await server.GetAsync(stretches + query, ("Cookie", cookie));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("RFN0622: 'from' and 'to' must be finite numbers, 'from' the smaller.", await refused.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_table_that_is_no_chart_has_no_stretches()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", Table));
        var cookie = await server.VisitAsync();
        await using var page = await server.ConnectAsync(cookie);
        await page.HelloAsync();

        using var refused = await server.GetAsync($"{Rows(page)}/stretch?from=1&to=2", ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("RFN0622: only the rows of a chart have stretches.", await refused.Content.ReadAsStringAsync());
    }

    private static string Rows(PageSocket page) => $"/_refrain/rows/{page.Session}/{page.Node("dataFrame")["props"]!["source"]}";

    private static void Table() => Ui.DataFrame(new DataFrame(
        ("Number", Enumerable.Range(0, 2500).ToArray()),
        ("Text", Enumerable.Range(0, 2500).Select(number => (string?)$"row {number}").ToArray())));
}
