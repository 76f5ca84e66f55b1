using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Refrain.Server.Http;
using Refrain.Server.Mounting;
using Refrain.Server.Security;
using Refrain.Sessions;

namespace Refrain.Server.Sockets;

/// <summary>Takes in sockets of browsers.</summary>
internal static class SocketEndpoint
{
    private static readonly WebSocketOptions Ping = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(15),
        KeepAliveTimeout = TimeSpan.FromSeconds(30),
    };

    /// <remarks>The socket middleware stands in this endpoint's own pipeline, so that a program need not add it.</remarks>
    internal static RequestDelegate Pipeline(IEndpointRouteBuilder endpoints, MountedPage page)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(Ping);
        pipeline.Run(context => ServeAsync(context, page));
        return pipeline.Build();
    }

    private static async Task ServeAsync(HttpContext context, MountedPage page)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Answers.TextAsync(context, StatusCodes.Status400BadRequest, "This address is a WebSocket.").ConfigureAwait(false);
            return;
        }

        // Every browser names the page that opens a socket. What does not is no browser and has no cookie to steal, but then it can name one too.
        if (context.Request.Headers.Origin.Count == 0)
        {
            await Answers.TextAsync(context, StatusCodes.Status403Forbidden, "RFN0621: A socket needs the header Origin.").ConfigureAwait(false);
            return;
        }

        var services = context.RequestServices;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var visitor = new Visitor(SessionCookie.Ensure(context), context.User);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using var transport = new SocketTransport(socket);
        var connection = page.App.Sessions.Connect(transport, visitor);
        var limits = services.GetRequiredService<IOptions<RefrainOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        await new SocketLoop(socket, transport, connection, limits, time).RunAsync(ending.Token).ConfigureAwait(false);
    }
}
