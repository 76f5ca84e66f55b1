using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using Refrain.Sessions;

namespace Refrain.Server.Sockets;

/// <summary>Reads one browser's messages and hands them to its session, until either side has had enough.</summary>
internal sealed class SocketLoop(
    WebSocket socket, SocketTransport transport, SessionConnection connection, RefrainOptions limits, TimeProvider time)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);
    private readonly MessageRate _rate = new(limits.MaxMessagesPerSecond, time);
    private readonly Lock _gate = new();
    private Task _closed = Task.CompletedTask;
    private bool _isClosing;

    /// <param name="stopping">Cancelled when the browser is gone or the server stops.</param>
    internal async Task RunAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, connection.Closing);

        // Cancelling a receive would tear the socket down with what was just sent still on its way. So a goodbye is sent instead, the browser's is
        // waited for, and only a browser that does not answer is cut off.
        using var goodbye = ending.Token.UnsafeRegister(_ => Close(patience), null);
        try
        {
            while (await ReceiveAsync(patience.Token).ConfigureAwait(false) is { } message)
                connection.Receive(message);
            Close(patience);
            while (socket.State == WebSocketState.CloseSent)
                await socket.ReceiveAsync(new byte[512].AsMemory(), patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            connection.Disconnect();
        }

        await _closed.ConfigureAwait(false);
    }

    private void Close(CancellationTokenSource patience)
    {
        lock (_gate)
        {
            if (_isClosing)
                return;
            _isClosing = true;
            patience.CancelAfter(Goodbye);
            _closed = transport.CloseAsync(patience.Token);
        }
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
                var most = limits.MaxMessageBytes.ToString("N0", CultureInfo.InvariantCulture);
                return await RefuseAsync($"RFN0625: A message was larger than {most} bytes (setting Refrain:MaxMessageBytes).", cancellation)
                    .ConfigureAwait(false);
            }

            if (!part.EndOfMessage)
                continue;
            if (_rate.TryTake())
                return message.WrittenMemory;
            return await RefuseAsync(
                $"RFN0626: More than {limits.MaxMessagesPerSecond} messages a second came from this page (setting Refrain:MaxMessagesPerSecond).",
                cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> RefuseAsync(string reason, CancellationToken cancellation)
    {
        await transport.RefuseAsync(reason, cancellation).ConfigureAwait(false);
        return null;
    }
}
