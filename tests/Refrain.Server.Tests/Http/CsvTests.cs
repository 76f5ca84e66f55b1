using System.Net;

namespace Refrain.Server.Tests.Http;

public sealed class CsvTests
{
    private const int Long = 5_000_000;

    /// <summary>After which a file that should have ended is said not to have.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_view_is_sent_as_a_file()
    {
        await using var visit = await Visit.StartAsync(Table);

        using var all = await visit.GetAsync("csv");
        using var some = await visit.GetAsync("csv?search=249&sort=0&descending=true&columns=1");
        using var wrong = await visit.GetAsync("csv?columns=7");

        Assert.Equal(("text/csv; charset=utf-8", "attachment"), (all.Content.Headers.ContentType!.ToString(), all.Content.Headers.ContentDisposition!.ToString()));
        Assert.Equal(2501, (await all.Content.ReadAsStringAsync()).TrimEnd().Split('\n').Length);
        Assert.Equal("Text\n" + string.Concat(Enumerable.Range(0, 10).Select(n => $"row {2499 - n}\n")) + "row 2249\nrow 1249\nrow 249\n", await some.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_file_that_was_written_says_so_to_who_asks_late()
    {
        await using var visit = await Visit.StartAsync(Table);

        using var file = await visit.GetAsync("csv?search=249&export=a-1");
        using var watched = await visit.GetAsync("csv/a-1");

        Assert.Equal("application/x-ndjson", watched.Content.Headers.ContentType!.ToString());
        Assert.Equal("{\"rows\":13,\"written\":13,\"end\":\"done\"}\n", await watched.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("row", "F3")]
    public async Task A_file_says_how_far_it_is_and_one_that_is_stopped_leaves_nothing_running()
    {
        await using var visit = await Visit.StartAsync(LongTable);

        // Watched before it begins, as browsers may; and read slowly, so that it cannot end by itself.
        using var lines = new StreamReader(await (await visit.OpenAsync("csv/one")).Content.ReadAsStreamAsync());
        Assert.Equal("{}", await lines.ReadLineAsync());
        using var file = await visit.OpenAsync("csv?export=one");
        Assert.Matches($"^{{\"rows\":{Long},\"written\":[1-9][0-9]*}}$", await lines.ReadLineAsync());

        using var stop = new HttpRequestMessage(HttpMethod.Delete, new Uri(visit.Server.Address, $"{visit.Rows}/csv/one"));
        stop.Headers.Add("Cookie", visit.Cookie);
        using var stopped = await visit.Server.Client.SendAsync(stop);

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Matches($"{{\"rows\":{Long},\"written\":[1-9][0-9]*,\"end\":\"stopped\"}}$", (await lines.ReadToEndAsync().WaitAsync(Patience)).TrimEnd());
        await Assert.ThrowsAnyAsync<Exception>(() => file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_browser_that_gives_up_a_file_ends_it()
    {
        await using var visit = await Visit.StartAsync(LongTable);
        using var lines = new StreamReader(await (await visit.OpenAsync("csv/one")).Content.ReadAsStreamAsync());

        (await visit.OpenAsync("csv?export=one")).Dispose();

        Assert.EndsWith(",\"end\":\"stopped\"}", (await lines.ReadToEndAsync().WaitAsync(Patience)).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_left_still_gets_its_file()
    {
        await using var visit = await Visit.StartAsync(Table);
        (await visit.OpenAsync("csv/one")).Dispose();

        using var file = await visit.GetAsync("csv?export=one");

        Assert.Equal(2501, (await file.Content.ReadAsStringAsync()).TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task What_is_no_name_of_a_file_or_another_visitor_s_is_refused()
    {
        await using var visit = await Visit.StartAsync(Table);

        foreach (var path in new[] { "csv?export=a_b", $"csv?export={new string('x', 65)}", "csv/a_b", $"csv/{new string('x', 65)}" })
        {
            using var refused = await visit.GetAsync($"{path}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("RFN0622: 'export' must have at most 64 letters, digits and hyphens.", await refused.Content.ReadAsStringAsync());
        }

        using var without = await visit.Server.GetAsync($"{visit.Rows}/csv/one");
        using var other = await visit.Server.GetAsync($"{visit.Rows}/csv/one", ("Cookie", await visit.Server.VisitAsync()));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (without.StatusCode, other.StatusCode));
    }

    private static void Table() => Ui.DataFrame(new DataFrame(
        ("Number", Enumerable.Range(0, 2500).ToArray()),
        ("Text", Enumerable.Range(0, 2500).Select(number => (string?)$"row {number}").ToArray())));

    private static void LongTable() => Ui.DataFrame(new DataFrame(("Number", Enumerable.Range(0, Long).ToArray())));

    /// <summary>A visitor who has opened a page with a table.</summary>
    private sealed record Visit(TestServer Server, string Cookie, PageSocket Page) : IAsyncDisposable
    {
        internal string Rows => $"/_refrain/rows/{Page.Session}/{Page.Node("dataFrame")["props"]!["source"]}";

        internal static async Task<Visit> StartAsync(Action script)
        {
            var server = await TestServer.StartAsync(app => app.MapRefrain("/", script));
            var cookie = await server.VisitAsync();
            var page = await server.ConnectAsync(cookie);
            await page.HelloAsync();
            return new(server, cookie, page);
        }

        internal Task<HttpResponseMessage> GetAsync(string path) => Server.GetAsync($"{Rows}/{path}", ("Cookie", Cookie));

        /// <summary>An answer of which only the head has come.</summary>
        internal Task<HttpResponseMessage> OpenAsync(string path)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, $"{Rows}/{path}"));
            request.Headers.Add("Cookie", Cookie);
            return Server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        public async ValueTask DisposeAsync()
        {
            await Page.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
