using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Refrain.Apps;
using Refrain.Server.Mounting;

namespace Refrain;

/// <summary>Mounts pages in an ASP.NET Core program.</summary>
public static class RefrainEndpointRouteBuilderExtensions
{
    /// <summary>Mounts a page at a path. Each visit, and each click, runs the function from top to bottom.</summary>
    /// <param name="endpoints">The program's routes.</param>
    /// <param name="pattern">The path, for example <c>/sales</c>; <c>/</c> for the root.</param>
    /// <param name="script">The function that draws the page.</param>
    /// <returns>The page's endpoints, for <c>RequireAuthorization</c> and the like.</returns>
    /// <exception cref="ArgumentException">The path has parameters.</exception>
    /// <exception cref="InvalidOperationException"><c>AddRefrain</c> was not called.</exception>
    /// <example><code>
    /// app.MapRefrain("/hello", () => Ui.Write("Hello"));
    /// </code></example>
    public static IEndpointConventionBuilder MapRefrain(this IEndpointRouteBuilder endpoints, string pattern, Action script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Map(endpoints, pattern, _ =>
        {
            script();
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="MapRefrain(IEndpointRouteBuilder, string, Action)"/>
    public static IEndpointConventionBuilder MapRefrain(this IEndpointRouteBuilder endpoints, string pattern, Func<Task> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Map(endpoints, pattern, _ => script());
    }

    /// <summary>Mounts a page whose function has parameters: services from a scope of each run, the visitor as <c>ClaimsPrincipal</c>, and the run's
    /// <c>CancellationToken</c>.</summary>
    /// <inheritdoc cref="MapRefrain(IEndpointRouteBuilder, string, Action)"/>
    /// <example><code>
    /// app.MapRefrain("/sales", async (SalesDb db, ClaimsPrincipal user, CancellationToken ct) => Ui.Write(await db.TotalAsync(ct)))
    ///    .RequireAuthorization();
    /// </code></example>
    public static IEndpointConventionBuilder MapRefrain(this IEndpointRouteBuilder endpoints, string pattern, Delegate script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Map(endpoints, pattern, ScriptBinder.Bind(script));
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, ScriptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        return PageEndpoints.Map(endpoints, pattern, new PageSettings { Title = PageTitle.Of(pattern), Entry = entry }).Conventions;
    }
}
