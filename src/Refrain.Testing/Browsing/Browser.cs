using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Sessions;

namespace Refrain.Testing.Browsing;

/// <summary>A browser without a screen: speaks the protocol with a session and keeps the page as a browser would.</summary>
internal sealed class Browser : ISessionTransport
{
    private readonly Lock _gate = new();
    private readonly List<(Func<Page, bool> Condition, TaskCompletionSource Reached)> _waiting = [];
    private readonly SessionConnection _connection;
    private bool _acknowledges = true;
    private int _seq;

    internal Browser(SessionHub hub, Visitor visitor) => _connection = hub.Connect(this, visitor);

    /// <summary>The page as of the last frame.</summary>
    internal Page Page { get; } = new();

    /// <summary>Called with each message before it is taken in.</summary>
    internal Action<JsonElement>? OnMessage { get; set; }

    internal int LastSeq => _seq;

    internal CancellationToken Closing => _connection.Closing;

    /// <summary>Opens a session, or comes back to one.</summary>
    internal void Hello(string? session = null, int frame = 0) =>
        Send(new JsonObject { ["type"] = "hello", ["session"] = session, ["frame"] = frame, ["query"] = "" });

    /// <summary>Sends inputs as one batch; gives its number.</summary>
    internal int Input(params JsonNode[] inputs)
    {
        var seq = ++_seq;
        Send(new JsonObject { ["type"] = "input", ["seq"] = seq, ["inputs"] = new JsonArray(inputs) });
        return seq;
    }

    internal void Send(string type) => Send(new JsonObject { ["type"] = type });

    /// <summary>Acknowledges no frame from now on; those that have come are.</summary>
    internal void StopAcknowledging() => Acknowledge(SetAcknowledges(false));

    /// <summary>Acknowledges what has come, and each frame as it comes.</summary>
    internal void AcknowledgeAgain() => Acknowledge(SetAcknowledges(true));

    internal void SendRaw(ReadOnlyMemory<byte> message) => _connection.Receive(message);

    /// <summary>Loses the connection.</summary>
    internal void Disconnect() => _connection.Disconnect();

    /// <summary>Waits until the page is as wanted.</summary>
    internal Task Until(Func<Page, bool> condition)
    {
        lock (_gate)
        {
            if (condition(Page))
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((condition, reached));
            return reached.Task;
        }
    }

    /// <summary>Reads the page while no frame changes it.</summary>
    internal T Read<T>(Func<Page, T> read)
    {
        lock (_gate)
            return read(Page);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement.Clone();
        OnMessage?.Invoke(root);
        int? acknowledged;
        lock (_gate)
        {
            acknowledged = TakeOrFail(root) && _acknowledges ? Page.Frame : null;
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (!_waiting[i].Condition(Page))
                    continue;
                _waiting[i].Reached.SetResult();
                _waiting.RemoveAt(i);
            }
        }

        if (acknowledged is { } frame)
            Acknowledge(frame);
        return ValueTask.CompletedTask;
    }

    /// <summary>A message that makes no sense fails who waits for the page, rather than leaving them to wait.</summary>
    private bool TakeOrFail(JsonElement message)
    {
        try
        {
            return Page.Take(message);
        }
        catch (Exception wrong)
        {
            foreach (var (_, reached) in _waiting)
                reached.TrySetException(new InvalidOperationException($"The browser cannot take in: {message}", wrong));
            _waiting.Clear();
            throw;
        }
    }

    /// <summary>Gives the last frame that has come.</summary>
    private int SetAcknowledges(bool value)
    {
        lock (_gate)
        {
            _acknowledges = value;
            return Page.Frame;
        }
    }

    private void Acknowledge(int frame) => Send(new JsonObject { ["type"] = "ack", ["frame"] = frame });

    private void Send(JsonObject message) => _connection.Receive(JsonSerializer.SerializeToUtf8Bytes(message));
}
