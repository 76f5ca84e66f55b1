using System.IO.Compression;
using System.Net;
using System.Text;

namespace Refrain.Frames.Tests.Csv;

/// <summary>Reading from addresses, against a server of this test.</summary>
[Trait("row", "B8")]
public sealed class CsvAddressTests : IAsyncLifetime, IDisposable
{
    private readonly HttpListener _server = new();
    private Task _serving = Task.CompletedTask;
    private string _base = "";

    public Task InitializeAsync()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _base = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _server.Prefixes.Add(_base);
        _server.Start();
        _serving = ServeAsync();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _server.Stop();
        await _serving;
    }

    public void Dispose() => _server.Close();

    [Theory]
    [InlineData("plain.csv")]
    [InlineData("packed.csv")]
    [InlineData("moved.csv")]
    [InlineData("file.csv.gz")]
    [InlineData("latin1.csv")]
    public async Task A_file_at_an_address_is_read_packed_moved_or_plain(string file)
    {
        foreach (var data in new[] { await Task.Run(() => DataFrame.ReadCsv(_base + file)), await DataFrame.ReadCsvAsync(_base + file) })
        {
            Assert.Equal("Ort: string, n: int", data.Columns.ToString());
            Assert.Equal(["Mödling"], data.Column<string>("Ort"));
        }
    }

    [Fact]
    public async Task An_answer_that_is_no_file_names_address_and_status()
    {
        var message = $"RFN0221: {_base}missing.csv answered 404 Not Found; check the address, and whether it needs credentials (CsvOptions.Http).";
        var error = await Assert.ThrowsAsync<FrameException>(() => DataFrame.ReadCsvAsync(_base + "missing.csv"));
        Assert.Equal(message, error.Message);
        Assert.Equal(_base + "missing.csv", error.Path);
        Assert.Equal(message, (await Assert.ThrowsAsync<FrameException>(() => Task.Run(() => DataFrame.ReadCsv(_base + "missing.csv")))).Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/a.csv";
        probe.Stop();
        var error = await Assert.ThrowsAsync<FrameException>(() => DataFrame.ReadCsvAsync(address));
        Assert.StartsWith($"RFN0221: cannot fetch {address}: Connection refused", error.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task A_malformed_file_at_an_address_names_address_and_line()
    {
        var error = await Assert.ThrowsAsync<FrameException>(() => DataFrame.ReadCsvAsync(_base + "ragged.csv"));
        Assert.StartsWith($"RFN0222: {_base}ragged.csv, line 2: this row has 3 fields", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_ones_own_is_used()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        var data = await DataFrame.ReadCsvAsync(_base + "guarded.csv", new CsvOptions { Http = client });
        Assert.Equal(1, data.RowCount);
        var error = await Assert.ThrowsAsync<FrameException>(() => DataFrame.ReadCsvAsync(_base + "guarded.csv"));
        Assert.StartsWith($"RFN0221: {_base}guarded.csv answered 401 Unauthorized;", error.Message, StringComparison.Ordinal);
    }

    private async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Answer(context);
        }
    }

    private static void Answer(HttpListenerContext context)
    {
        const string Csv = "Ort,n\nMödling,1\n";
        var answer = context.Response;
        switch (context.Request.Url!.AbsolutePath)
        {
            case "/plain.csv":
                answer.OutputStream.Write(Encoding.UTF8.GetBytes(Csv));
                break;
            case "/packed.csv":
                answer.Headers["Content-Encoding"] = "gzip";
                Pack(answer, Csv);
                break;
            case "/file.csv.gz":
                Pack(answer, Csv);
                break;
            case "/moved.csv":
                answer.Redirect("/plain.csv");
                break;
            case "/latin1.csv":
                answer.ContentType = "text/csv; charset=iso-8859-1";
                answer.OutputStream.Write(Encoding.Latin1.GetBytes(Csv));
                break;
            case "/ragged.csv":
                answer.OutputStream.Write("a,b\n1,2,3\n"u8);
                break;
            case "/guarded.csv" when context.Request.Headers["Authorization"] == "Bearer secret":
                answer.OutputStream.Write("a\n1\n"u8);
                break;
            case "/guarded.csv":
                answer.StatusCode = 401;
                break;
            default:
                answer.StatusCode = 404;
                break;
        }

        answer.Close();
    }

    private static void Pack(HttpListenerResponse answer, string csv)
    {
        using var gzip = new GZipStream(answer.OutputStream, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(Encoding.UTF8.GetBytes(csv));
    }
}
