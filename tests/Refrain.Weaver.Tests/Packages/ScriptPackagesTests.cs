using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>A file in an empty folder outside the clone becomes a page by <c>dotnet run</c>.</summary>
[Collection(PackageCollection.Name)]
[Trait("row", "I1")]
public class ScriptPackagesTests(PackageFeed feed)
{
    private const string Script = """
        #:package Refrain@0.1.0
        #:property PublishAot=false
        Counter.Scripts++;
        Ui.Title("Sales");
        Ui.Write($"{Load(2)} in run {Counter.Scripts}");

        [CacheData]
        static string Load(int rows)
        {
            Counter.Loads++;
            return $"{rows} rows, loaded {Counter.Loads} time";
        }

        static class Counter
        {
            public static int Scripts, Loads;
        }
        """;

    [Fact]
    public async Task A_file_serves_its_page_and_runs_its_cached_function_once()
    {
        var dotnet = feed.NewFolder(("app.cs", Script));
        await AssertServes(dotnet, "2 rows, loaded 1 time in run 1", "2 rows, loaded 1 time in run 2");

        // Only the source has changed, which is when the SDK would like to call nothing but the compiler.
        PackageFeed.Write(dotnet, "app.cs", Script.Replace("rows, loaded", "lines, loaded"));
        await AssertServes(dotnet, "2 lines, loaded 1 time in run 1", "2 lines, loaded 1 time in run 2");
    }

    private static async Task AssertServes(DotNetCommand dotnet, string first, string second)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = dotnet.Start("run", "app.cs", "--", "--no-browser", "--port", "0");
        try
        {
            var address = await AddressOf(process, patience.Token);
            using var http = new HttpClient();
            Assert.Contains("<title>App</title>", await http.GetStringAsync(address, patience.Token));

            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
            await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_refrain/socket" }.Uri, patience.Token);
            await Send(socket, """{"type":"hello","session":null,"frame":0,"query":""}""", patience.Token);
            await ReceiveUntil(socket, first, patience.Token);
            await Send(socket, """{"type":"rerun"}""", patience.Token);
            await ReceiveUntil(socket, second, patience.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Uri> AddressOf(Process process, CancellationToken patience)
    {
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(patience) is { } line)
        {
            output.AppendLine(line);
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at >= 0)
                return new Uri(line[at..].Trim());
        }

        throw new InvalidOperationException($"No address was printed:\n{output}{await process.StandardError.ReadToEndAsync(patience)}");
    }

    private static Task Send(ClientWebSocket socket, string message, CancellationToken patience) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, patience);

    private static async Task ReceiveUntil(ClientWebSocket socket, string text, CancellationToken patience)
    {
        var seen = new StringBuilder();
        while (!seen.ToString().Contains(text))
        {
            var message = await Receive(socket, patience);
            seen.AppendLine(message);
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.TryGetProperty("frame", out var frame))
                await Send(socket, $$"""{"type":"ack","frame":{{frame.GetInt32()}}}""", patience);
        }
    }

    private static async Task<string> Receive(ClientWebSocket socket, CancellationToken patience)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(message.ToArray());
        }
    }
}
