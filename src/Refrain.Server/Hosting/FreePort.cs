using System.Net;
using System.Net.Sockets;

namespace Refrain.Server.Hosting;

/// <summary>Finds a port to listen on.</summary>
internal static class FreePort
{
    private const int Tries = 100;

    /// <summary>The port that was asked for, or the first free one from the default on.</summary>
    /// <exception cref="ServerStartException">The port asked for is taken, or nothing can listen on the host.</exception>
    internal static int Choose(ServerSettings settings)
    {
        var host = Address(settings.Host);
        if (settings.Port is { } port)
        {
            return port == 0 || IsFree(host, port)
                ? port
                : throw new ServerStartException(
                    $"RFN0631: Port {port} is taken by another program. Choose another with --port, or leave --port out for the next free one.");
        }

        for (var candidate = ServerSettings.DefaultPort; candidate < ServerSettings.DefaultPort + Tries; candidate++)
        {
            if (IsFree(host, candidate))
                return candidate;
        }

        throw new ServerStartException(
            $"RFN0631: The ports {ServerSettings.DefaultPort} to {ServerSettings.DefaultPort + Tries - 1} are all taken. Choose another with --port.");
    }

    internal static IPAddress Address(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(host, out var address)
            ? address
            : throw new ServerStartException(
                $"RFN0632: '{host}' is not an address of this machine. --host takes an IP address, for example 127.0.0.1, " +
                "or 0.0.0.0 for all of this machine's."),
    };

    private static bool IsFree(IPAddress host, int port)
    {
        using var listener = new TcpListener(host, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
        catch (SocketException error)
        {
            throw new ServerStartException($"RFN0632: Nothing can listen on '{host}': {error.Message}.");
        }
    }
}
