using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refrain.Server.Http;
using Refrain.Server.Mounting;
using Refrain.Server.Security;

namespace Refrain;

/// <summary>Adds Refrain to a program's services.</summary>
public static class RefrainServiceCollectionExtensions
{
    /// <summary>Adds what <c>MapRefrain</c> needs, and <see cref="ICache"/> for services that clear or look into the pages' caches.</summary>
    /// <remarks>Pages and the program's own code share the caches of <c>AddRefrainCaching</c>, which this calls; call it yourself to set their options.
    /// Each request holds the resources it receives until it ends.</remarks>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Changes options after the configuration section <c>Refrain</c> was read. Default: nothing.</param>
    /// <returns>The same services.</returns>
    /// <example><code>
    /// builder.Services.AddRefrain(o => o.Retention = TimeSpan.FromHours(1));
    /// </code></example>
    public static IServiceCollection AddRefrain(this IServiceCollection services, Action<RefrainOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<RefrainOptions>().BindConfiguration("Refrain").ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RefrainOptions>, RefrainOptionsCheck>());
        services.AddRefrainCaching();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, RequestHolderFilter>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MountedPages>();
        services.TryAddSingleton<HostGuard>();
        return services;
    }
}
