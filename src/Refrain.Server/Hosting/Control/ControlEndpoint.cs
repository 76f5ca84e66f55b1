using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Caching.Functions;
using Refrain.Server.Mounting;
using Refrain.Server.Security;

namespace Refrain.Server.Hosting.Control;

/// <summary>Lets the person who started a server look into its caches, and clear them, from the console (<c>refrain cache</c>).</summary>
/// <remarks>
/// Only servers that Refrain starts itself have it, in development, never a program that mounts pages. A request is answered when it comes from this
/// machine, under a name of the machine, from no page of a browser, and with a secret made for this start, which stands in a file that only the user can
/// read. To everybody else there is nothing at this address.
/// </remarks>
internal sealed class ControlEndpoint(ICache cache, CacheHost caches, HostGuard hosts, MountedPages pages)
{
    internal const string Path = "/_refrain/control/cache";
    private const int SecretBytes = 32;

    private readonly string _secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Adds the address to a server, in development.</summary>
    internal static void Map(WebApplication app)
    {
        var control = app.Services.GetRequiredService<ControlEndpoint>();
        if (control.IsOpen)
            app.Map(Path, control.ServeAsync);
    }

    /// <summary>Notes the server for this user's console until the result is disposed.</summary>
    internal IDisposable? Note(Uri address, RunningServers servers) =>
        IsOpen ? servers.Note(new RunningServer(Environment.ProcessId, address, _secret)) : null;

    private bool IsOpen => pages.Development;

    private async Task ServeAsync(HttpContext context)
    {
        SecurityHeaders.Add(context.Response);
        context.Response.Headers.CacheControl = "no-store";
        if (!IsAllowed(context))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.WriteAsJsonAsync(CacheSummary.Of(cache), RunningServerJson.Default.CacheSummaryArray, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        else if (HttpMethods.IsDelete(context.Request.Method))
            await context.Response.WriteAsJsonAsync(Clear(context.Request.Query), RunningServerJson.Default.Int32, cancellationToken: context.RequestAborted).ConfigureAwait(false);
        else
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    }

    private int Clear(IQueryCollection query) => (query["kind"].ToString(), query["function"].ToString(), query["tag"].ToString()) switch
    {
        ("data", "", "") => cache.ClearData(),
        ("resources", "", "") => cache.ClearResources(),
        ("", { Length: > 0 } function, "") => caches.Caches.Where(called => called.Definition.Name.Display == function).Sum(called => called.Clear([])),
        ("", "", { Length: > 0 } tag) => cache.ClearTag(tag),
        _ => 0,
    };

    private bool IsAllowed(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && hosts.Refuse(context) is null
        && context.Request.Headers.Origin.Count == 0
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {_secret}"));
}
