using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refrain.Caching.Functions;
using Refrain.Caching.Hosting;

namespace Refrain;

/// <summary>Adds the cache to a program's services.</summary>
public static class RefrainCachingServiceCollectionExtensions
{
    /// <summary>Gives the program caches of its own, with the clock, log and configuration of its services, and <see cref="ICache"/> to inject.</summary>
    /// <remarks>
    /// Cached functions use them from the start of the host (before the first hosted service starts), or, in a program without a host, from when <see cref="ICache"/> is first asked for;
    /// what was cached before that is dropped. When the host stops, or else when the services are disposed, resources are released and the releases awaited.
    /// </remarks>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Changes options after the configuration section <c>Refrain</c> was read. Default: nothing.</param>
    /// <returns>The same services.</returns>
    /// <example><code>
    /// builder.Services.AddRefrainCaching(o => o.Defaults.Ttl = TimeSpan.FromHours(1));
    /// </code></example>
    public static IServiceCollection AddRefrainCaching(this IServiceCollection services, Action<RefrainCachingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<RefrainCachingOptions>, CachingConfiguration>());
        if (configure is not null)
            services.Configure(configure);
        services.TryAddSingleton(provider => CacheHosts.Open(CacheHostSettings.From(
            provider.GetRequiredService<IOptions<RefrainCachingOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>())));
        services.TryAddSingleton<ICache>(provider => new HostCache(provider.GetRequiredService<CacheHost>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CachingLifetime>());
        return services;
    }
}
