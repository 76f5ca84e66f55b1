using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Refrain.Server.Security;

/// <summary>Knows under which names this server may be asked, and from which pages.</summary>
/// <remarks>
/// A page elsewhere can have its own host name resolve to this machine and then reads answers as its own (DNS rebinding). The name is what gives it
/// away: only names of the machine itself, addresses the connection really came to, and configured names are answered.
/// </remarks>
internal sealed class HostGuard(IOptions<RefrainOptions> options, IConfiguration configuration)
{
    private readonly string[] _hosts =
    [
        .. options.Value.Hosts,
        .. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.TrimEntries).Where(host => host is not ("" or "*")),
    ];

    /// <summary>Why a request is refused; <see langword="null"/> when it is not.</summary>
    internal string? Refuse(HttpContext context)
    {
        var request = context.Request;
        if (!IsKnown(request.Host.Host, context.Connection.LocalIpAddress))
            return $"RFN0620: This server is not known as '{request.Host.Host}'. If it should be, add the name to the setting Refrain:Hosts.";
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request.Host))
            return $"RFN0621: The page at '{origin}' may not use this server.";
        return null;
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && from.Scheme is "http" or "https"
        && string.Equals(from.Authority, Authority(host, from), StringComparison.OrdinalIgnoreCase);

    /// <remarks><see cref="Uri.Authority"/> leaves out the scheme's own port, so the other side must too.</remarks>
    private static string Authority(HostString host, Uri from) =>
        Uri.TryCreate($"{from.Scheme}://{host.ToUriComponent()}", UriKind.Absolute, out var own) ? own.Authority : "";

    private bool IsKnown(string host, IPAddress? local)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            var own = local is { IsIPv4MappedToIPv6: true } ? local.MapToIPv4() : local;
            if (IPAddress.IsLoopback(address) || address.Equals(own))
                return true;
        }

        return _hosts.Any(pattern => pattern == "*"
            || string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase)
            || (pattern.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)));
    }
}
