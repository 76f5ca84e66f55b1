using System.Buffers;
using System.Net.WebSockets;
using Refrain.Sessions;

namespace Refrain.Server.Sockets;

/// <summary>Reads one browser's messages and hands them to its session, until either side has had enough.</summary>
internal sealed class SocketLoop(WebSocket socket, SocketTransport transport, SessionConnection connection, RefrainOptions limits, TimeProvider time)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);
    private readonly MessageRate _rate = new(limits.MaxMessagesPerSecond, time);

    /// <param name="stopping">Cancelled when the browser is gone or the server stops.</param>
    internal async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, connection.Closing);
        try
        {
            while (await ReceiveAsync(ending.Token).ConfigureAwait(false) is { } message)
                connection.Receive(message);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // Closing, stopping or a lost connection: all end here in the same way.
        }
        finally
        {
            connection.Disconnect();
        }

        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>The next message; <see langword="null"/> when there will be none.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellation)
    {
        var message = new ArrayBufferWriter<byte>(512);
        for (; ; )
        {
            var part = await socket.ReceiveAsync(message.GetMemory(512), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType == WebSocketMessageType.Binary)
                return await RefuseAsync("RFN0624: Messages are text, but a binary one came.", cancellation).ConfigureAwait(false);
            message.Advance(part.Count);
            if (message.WrittenCount > limits.MaxMessageBytes)
            {
                return await RefuseAsync($"RFN0625: A message was larger than {limits.MaxMessageBytes:N0} bytes (setting Refrain:MaxMessageBytes).", cancellation)
                    .ConfigureAwait(false);
            }

            if (!part.EndOfMessage)
                continue;
            if (_rate.TryTake())
                return message.WrittenMemory;
            return await RefuseAsync($"RFN0626: More than {limits.MaxMessagesPerSecond} messages a second came from this page (setting Refrain:MaxMessagesPerSecond).", cancellation)
                .ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> RefuseAsync(string reason, CancellationToken cancellation)
    {
        await transport.RefuseAsync(reason, cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task CloseAsync()
    {
        // A browser that does not answer must not keep the server from stopping.
        using var patience = new CancellationTokenSource(Goodbye, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
            while (socket.State is WebSocketState.CloseSent)
                await socket.ReceiveAsync(new byte[512].AsMemory(), patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
