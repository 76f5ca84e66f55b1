using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Refrain.Server.Hosting.Control;

namespace Refrain.Server.Hosting;

/// <summary>A web server of Refrain's own, for scripts that are not part of a web program.</summary>
internal static class RefrainServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes the server; nothing listens yet.</summary>
    /// <param name="settings">Where to listen.</param>
    /// <param name="configure">Adds services of the caller's.</param>
    internal static WebApplication Create(ServerSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var port = FreePort.Choose(settings);
        var address = FreePort.Address(settings.Host);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = settings.ContentRoot ?? Directory.GetCurrentDirectory(),
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Services.AddRefrain();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience);
        builder.Services.AddSingleton<ControlEndpoint>();
        configure?.Invoke(builder);
        var app = builder.Build();
        ControlEndpoint.Map(app);
        return app;
    }

    /// <summary>Starts the server and gives its address.</summary>
    /// <exception cref="ServerStartException">Another program took the port meanwhile.</exception>
    internal static async Task<Uri> StartAsync(WebApplication app, CancellationToken cancellation = default)
    {
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new ServerStartException($"RFN0631: The server cannot listen: {error.Message}", error);
        }

        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        // 0.0.0.0 is where to listen, not where to go.
        return IPAddress.TryParse(address.Host, out var host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri
            : address;
    }

    /// <summary>Starts the server, says where it is, and waits until it is stopped.</summary>
    /// <param name="app">The server.</param>
    /// <param name="settings">What was asked for.</param>
    /// <param name="announce">Says where the page is; the second argument tells of a port that was taken.</param>
    internal static async Task RunAsync(WebApplication app, ServerSettings settings, Action<Uri, string?> announce)
    {
        await using (app.ConfigureAwait(false))
        {
            var address = await StartAsync(app).ConfigureAwait(false);
            using var noted = app.Services.GetRequiredService<ControlEndpoint>().Note(address, new RunningServers(RunningServers.DefaultFolder));
            var moved = settings.Port is null && address.Port != ServerSettings.DefaultPort;
            announce(address, moved ? $"Port {ServerSettings.DefaultPort} is taken by another program, so this is on port {address.Port}." : null);
            if (settings.OpenBrowser)
                Browser.Open(address);
            await app.WaitForShutdownAsync().ConfigureAwait(false);
        }
    }
}
