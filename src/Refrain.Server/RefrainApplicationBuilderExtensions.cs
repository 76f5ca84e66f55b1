using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Caching.Functions;
using Refrain.Server.Http;

namespace Refrain;

/// <summary>Lets the requests of an ASP.NET Core program use the cache.</summary>
public static class RefrainApplicationBuilderExtensions
{
    /// <summary>Lets each request use the program's own caches, and hold the resources it receives until it ends. <c>AddRefrain</c> does so by itself; this is for
    /// programs without a page, which call <c>AddRefrainCaching</c>.</summary>
    /// <param name="app">The program; call it first, so that it stands around everything that uses a resource.</param>
    /// <returns>The same program.</returns>
    /// <exception cref="InvalidOperationException"><c>AddRefrainCaching</c> was not called.</exception>
    /// <example><code>
    /// app.UseRefrainCaching();
    /// app.MapGet("/total", () => Database().Total());
    /// </code></example>
    public static IApplicationBuilder UseRefrainCaching(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _ = app.ApplicationServices.GetService<CacheHost>() ?? throw new InvalidOperationException(
            "RFN0196: UseRefrainCaching needs the cache among the services. Add builder.Services.AddRefrainCaching() before builder.Build().");
        return app.UseMiddleware<RequestHolder>();
    }
}
