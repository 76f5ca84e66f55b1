using Microsoft.Extensions.Hosting;
using Refrain.Caching.Functions;

namespace Refrain.Caching.Hosting;

/// <summary>Ties the caches to the program's host: made before anything starts, and ended after everything has stopped but while the services that
/// a release may need are still there.</summary>
internal sealed class CachingLifetime(CacheHost caches) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => caches.DisposeAsync().AsTask().WaitAsync(cancellationToken);
}
