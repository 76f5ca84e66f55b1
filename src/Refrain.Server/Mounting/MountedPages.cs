using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refrain.Apps;
using Refrain.Caching.Functions;

namespace Refrain.Server.Mounting;

/// <summary>The pages of one program: they share its caches, and end with it.</summary>
internal sealed class MountedPages(
    IServiceProvider services,
    IOptions<RefrainOptions> options,
    IHostEnvironment environment,
    TimeProvider time,
    ILoggerFactory loggers,
    CacheHost cache) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<RefrainApp> _apps = [];

    internal bool Development => options.Value.Development ?? environment.IsDevelopment();

    internal RefrainApp Add(PageSettings page)
    {
        var app = new RefrainApp(
            new AppOptions
            {
                Development = Development,
                Time = time,
                Culture = cache.Settings.Culture,
                Retention = options.Value.Retention,
                MaxSessions = options.Value.MaxSessions,
                Services = services,
                Logger = loggers.CreateLogger($"Refrain.{page.Title}"),
                Cache = cache,
            },
            page.Entry);
        lock (_gate)
            _apps.Add(app);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        RefrainApp[] apps;
        lock (_gate)
            apps = [.. _apps];
        foreach (var app in apps)
            await app.DisposeAsync().ConfigureAwait(false);
    }
}
