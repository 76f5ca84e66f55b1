using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Refrain.Server.Tests.Mounting;

/// <summary>A reverse proxy that shows a server under a prefix, and says so in the usual headers. Each connection carries one request.</summary>
internal sealed class PrefixProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Uri _server;
    private readonly string _prefix;
    private readonly Task _accepting;

    internal PrefixProxy(Uri server, string prefix)
    {
        (_server, _prefix) = (server, prefix);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    internal Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _accepting;
        _listener.Dispose();
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

    private async Task PassAsync(TcpClient visitor)
    {
        using var server = new TcpClient();
        using (visitor)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server.Port, _ended.Token);
                var (near, far) = (visitor.GetStream(), server.GetStream());
                await far.WriteAsync(Encoding.ASCII.GetBytes(Forwarded(await HeadAsync(near))), _ended.Token);
                await Task.WhenAny(near.CopyToAsync(far, _ended.Token), far.CopyToAsync(near, _ended.Token));
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or SocketException)
            {
                // One side went: the other goes with it.
            }
        }
    }

    /// <summary>The request's lines, up to the empty one.</summary>
    private async Task<List<string>> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _ended.Token);
            head.Append((char)one[0]);
        }

        return [.. head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    private string Forwarded(List<string> lines)
    {
        lines[0] = lines[0].Replace($" {_prefix}", " ", StringComparison.Ordinal);
        var upgrades = lines.Any(line => line.StartsWith("Upgrade:", StringComparison.OrdinalIgnoreCase));
        return string.Join("\r\n",
        [
            lines[0],
            .. lines.Skip(1).Where(line => !line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)
                && (upgrades || !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase))),
            $"Host: {_server.Authority}",
            $"X-Forwarded-Host: {Address.Authority}",
            "X-Forwarded-Proto: http",
            "X-Forwarded-For: 127.0.0.1",
            $"X-Forwarded-Prefix: {_prefix}",
            .. upgrades ? Array.Empty<string>() : ["Connection: close"],
            "\r\n",
        ]);
    }
}
