using System.Net.WebSockets;
using System.Text.Json;
using Refrain.Sessions;

namespace Refrain.Server.Sockets;

/// <summary>Sends a session's messages through a socket.</summary>
internal sealed class SocketTransport(WebSocket socket) : ISessionTransport, IDisposable
{
    // The session sends one message at a time, but a refusal of the receiving side may fall between two of its messages.
    private readonly SemaphoreSlim _sending = new(1, 1);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says why the socket is about to be closed.</summary>
    internal ValueTask RefuseAsync(string reason, CancellationToken cancellation) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(new Refused("refused", reason), SocketJson.Default.Refused), cancellation);

    /// <summary>Says goodbye, after what is being sent.</summary>
    internal async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            await _sending.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation).ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The browser is gone already.
        }
    }

    public void Dispose() => _sending.Dispose();
}
