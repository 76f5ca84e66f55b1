using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>A page served by a command, seen through the socket that a browser would open. Disposing ends the command.</summary>
internal sealed partial class ServedPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));
    private readonly ClientWebSocket _socket = new();
    private readonly HttpClient _http = new();
    private readonly Process _process;
    private readonly string _path;

    private ServedPage(Process process, string path)
    {
        (_process, _path) = (process, path);
    }

    internal Uri Address { get; private set; } = null!;

    /// <summary>What the command wrote until it gave its address.</summary>
    internal string Said { get; private set; } = "";

    /// <summary>Starts a command that serves a page at the root of the address it prints.</summary>
    internal static Task<ServedPage> StartAsync(DotNetCommand command, params string[] arguments) => StartAtAsync(command, "/", arguments);

    /// <summary>Starts a command that serves a page at a path below the address it prints.</summary>
    internal static async Task<ServedPage> StartAtAsync(DotNetCommand command, string path, params string[] arguments)
    {
        var page = new ServedPage(command.Start(arguments), path);
        try
        {
            page.Address = new Uri(await page.AddressAsync(), path);
            await page.ConnectAsync();
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    internal async Task<string> TitleAsync() => Title().Match(await _http.GetStringAsync(Address, _patience.Token)).Groups[1].Value;

    internal Task RerunAsync() => SendAsync("""{"type":"rerun"}""");

    /// <summary>Waits until the page holds a text; what came before counts no more.</summary>
    internal async Task ShowsAsync(string text)
    {
        var seen = new StringBuilder();
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            var message = await ReceiveAsync();
            seen.AppendLine(message);
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.TryGetProperty("frame", out var frame))
                await SendAsync($$"""{"type":"ack","frame":{{frame.GetInt32()}}}""");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _socket.Dispose();
        _http.Dispose();
        _patience.Dispose();
    }

    private async Task ConnectAsync()
    {
        _socket.Options.SetRequestHeader("Origin", Address.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = $"{_path}_refrain/socket" }.Uri, _patience.Token);
        await SendAsync("""{"type":"hello","session":null,"frame":0,"query":""}""");
    }

    private async Task<Uri> AddressAsync()
    {
        var output = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync(_patience.Token) is { } line)
        {
            output.AppendLine(line);
            if (Listening().Match(line) is { Success: true } address)
            {
                Said = output.ToString();
                return new Uri(address.Value);
            }
        }

        throw new InvalidOperationException($"No address was printed:\n{output}{await _process.StandardError.ReadToEndAsync(_patience.Token)}");
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);

    private async Task<string> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex Listening();

    [GeneratedRegex("<title>(.*)</title>")]
    private static partial Regex Title();
}
