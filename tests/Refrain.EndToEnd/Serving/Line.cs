using System.Net;
using System.Net.Sockets;

namespace Refrain.EndToEnd.Serving;

/// <summary>The line between browsers and a server, which a scenario cuts and mends: it passes bytes on, and knows nothing of them.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<TcpClient> _open = [];
    private readonly IPEndPoint _server;
    private readonly Task _accepting;
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _cut;

    internal Line(Uri server)
    {
        _server = new IPEndPoint(IPAddress.Loopback, server.Port);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    internal Uri Address { get; }

    /// <summary>Done when a connection came while the line was cut.</summary>
    internal Task Refused => _refused.Task;

    /// <summary>Ends every connection, and each new one as soon as it comes.</summary>
    internal void Cut()
    {
        lock (_open)
        {
            _cut = true;
            foreach (var client in _open)
                client.Dispose();
            _open.Clear();
        }
    }

    internal void Mend()
    {
        lock (_open)
            _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Cut();
        _listener.Dispose();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
                passing.Add(PassAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        using (browser)
        {
            lock (_open)
            {
                if (_cut)
                {
                    _refused.TrySetResult();
                    return;
                }

                _open.AddRange([browser, server]);
            }

            try
            {
                await server.ConnectAsync(_server);
                var (near, far) = (browser.GetStream(), server.GetStream());
                await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
            }
            catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException)
            {
                // One side went, by its own will or by the cut: the other goes with it.
            }
        }
    }
}
