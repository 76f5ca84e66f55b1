using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Server.Tests;

/// <summary>A page's socket without its browser: keeps the nodes it was told of.</summary>
internal sealed class PageSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();
    private int _seq;

    public string? Session { get; private set; }

    public bool Resumed { get; private set; }

    public int Frame { get; private set; }

    public string? RunState { get; private set; }

    public string? Refused { get; private set; }

    public JsonNode? Overlay { get; private set; }

    public Dictionary<string, JsonObject> Nodes { get; } = [];

    public string? SetCookie { get; private set; }

    public static async Task<PageSocket> ConnectAsync(Uri address, string? cookie, string? origin)
    {
        var page = new PageSocket();
        page._socket.Options.CollectHttpResponseDetails = true;
        if (cookie is not null)
            page._socket.Options.SetRequestHeader("Cookie", cookie);
        if (origin is { Length: > 0 })
            page._socket.Options.SetRequestHeader("Origin", origin);
        using var patience = new CancellationTokenSource(Patience);
        await page._socket.ConnectAsync(address, patience.Token);
        page.SetCookie = page._socket.HttpResponseHeaders?.TryGetValue("Set-Cookie", out var set) == true ? set.Single().Split(';')[0] : null;
        return page;
    }

    /// <summary>Says hello and waits for the end of the first run.</summary>
    public async Task<PageSocket> HelloAsync(string? session = null, int frame = 0)
    {
        await SendAsync(new { type = "hello", session, frame, query = "" });
        await UntilAsync(() => Session is not null && RunState is not (null or "idle" or "running"));
        return this;
    }

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public async Task SendTextAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, patience.Token);
    }

    public async Task SendBinaryAsync(byte[] bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, patience.Token);
    }

    /// <summary>Sends one input and waits for the run it starts to end.</summary>
    public async Task InputAsync(int seq, string id, object? value)
    {
        await SendAsync(new { type = "input", seq, inputs = new[] { new { id, value } } });
        await SeqAsync(seq);
    }

    public async Task ClickAsync(int seq, string id)
    {
        await SendAsync(new { type = "input", seq, inputs = new[] { new { id, click = true } } });
        await SeqAsync(seq);
    }

    public JsonObject Node(string kind) => Nodes.Values.First(node => (string?)node["kind"] == kind);

    public string Id(string kind) => (string)Node(kind)["id"]!;

    /// <summary>Takes messages until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            if (!await TakeAsync())
                throw new InvalidOperationException($"The socket was closed first. Refused: {Refused ?? "no"}");
        }
    }

    /// <summary>Takes messages until the server closes the socket.</summary>
    public async Task UntilClosedAsync()
    {
        while (await TakeAsync())
        {
        }
    }

    /// <summary>Drops the connection as a lost network does.</summary>
    public void Drop() => _socket.Abort();

    /// <summary>Closes the socket as a browser that leaves the page does, and waits until the server has seen it.</summary>
    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
        await UntilClosedAsync();
        _socket.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SeqAsync(int seq)
    {
        await UntilAsync(() => _seq >= seq && RunState is not "running");
    }

    private async Task<bool> TakeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (; ; )
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            }
            catch (WebSocketException)
            {
                return false;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                if (_socket.State == WebSocketState.CloseReceived)
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return false;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                break;
        }

        await ApplyAsync(JsonNode.Parse(message.ToArray())!.AsObject());
        return true;
    }

    private async Task ApplyAsync(JsonObject message)
    {
        switch ((string?)message["type"])
        {
            case "welcome":
                Session = (string?)message["session"];
                Resumed = (bool)message["resumed"]!;
                break;
            case "refused":
                Refused = (string?)message["reason"];
                break;
            case "frame":
                Apply(message);
                await SendAsync(new { type = "ack", frame = Frame });
                break;
            default:
                throw new InvalidOperationException($"An unknown message: {message.ToJsonString()}");
        }
    }

    private void Apply(JsonObject frame)
    {
        Frame = (int)frame["frame"]!;
        if (frame["reset"] is not null)
            Nodes.Clear();
        foreach (var node in frame["nodes"]?.AsArray() ?? [])
            Nodes[(string)node!["id"]!] = node.AsObject();
        RunState = (string?)frame["run"]?["state"] ?? RunState;
        _seq = (int?)frame["seq"] ?? _seq;
        if (frame.ContainsKey("overlay"))
            Overlay = frame["overlay"];
    }
}
