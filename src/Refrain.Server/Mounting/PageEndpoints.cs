using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Server.Http;
using Refrain.Server.Security;
using Refrain.Server.Sockets;

namespace Refrain.Server.Mounting;

/// <summary>The addresses of a page (docs/wire.md).</summary>
internal static class PageEndpoints
{
    private static readonly string[] Get = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Delete = [HttpMethods.Delete];

    internal static (MountedPage Page, IEndpointConventionBuilder Conventions) Map(
        IEndpointRouteBuilder endpoints, string pattern, PageSettings settings)
    {
        var pages = Pages(endpoints);
        var page = new MountedPage(PathOf(pattern), settings, pages.Add(settings), pages.Development);
        var group = endpoints.MapGroup(page.Path);
        MapPage(group, request =>
        {
            settings.Visited?.Invoke();
            return page.Config(request);
        });
        Map(group, "/_refrain/socket", SocketEndpoint.Pipeline(endpoints, page));
        Map(group, "/_refrain/rows/{session}/{source}", context => RowsEndpoints.WindowAsync(context, page));
        Map(group, "/_refrain/rows/{session}/{source}/view", context => RowsEndpoints.ViewAsync(context, page));
        Map(group, "/_refrain/rows/{session}/{source}/csv", context => CsvEndpoints.WriteAsync(context, page));
        Map(group, "/_refrain/rows/{session}/{source}/csv/{export}", context => CsvEndpoints.WatchAsync(context, page));
        Map(group, "/_refrain/rows/{session}/{source}/csv/{export}", context => CsvEndpoints.StopAsync(context, page), Delete);
        Map(group, "/_refrain/rows/{session}/{source}/stretch", context => RowsEndpoints.StretchAsync(context, page));
        Map(group, "/_refrain/blobs/{session}/{hash}", context => ContentEndpoints.BlobAsync(context, page));
        Map(group, "/docs/errors/{id}.md", ErrorPageEndpoint.ServeAsync);
        Map(group, "/_refrain/source", context => ContentEndpoints.SourceAsync(context, page));
        return (page, group);
    }

    /// <summary>The page and the front end's files, without a script behind.</summary>
    internal static void MapPage(IEndpointRouteBuilder endpoints, Func<HttpRequest, PageConfig> configure)
    {
        Map(endpoints, "/", context => PageEndpoint.ServeAsync(context, configure));
        Map(endpoints, "/_refrain/assets/{**file}", AssetEndpoint.ServeAsync);
    }

    /// <summary>Whether the program's pages show what is for developers.</summary>
    internal static bool IsDevelopment(IEndpointRouteBuilder endpoints) => Pages(endpoints).Development;

    private static MountedPages Pages(IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetService<MountedPages>()
        ?? throw new InvalidOperationException("RFN0600: MapRefrain needs Refrain's services. Add builder.Services.AddRefrain() before builder.Build().");

    /// <summary>The path without a slash at its end; the root is empty.</summary>
    private static string PathOf(string pattern)
    {
        var path = pattern.TrimEnd('/');
        if (path.Length > 0 && path[0] != '/')
            path = "/" + path;
        return path.Contains('{', StringComparison.Ordinal)
            ? throw new ArgumentException(
                $"RFN0607: A page is mounted at a fixed path, but '{pattern}' has a parameter. Read what differs from the query or the visitor.",
                nameof(pattern))
            : path;
    }

    private static void Map(IEndpointRouteBuilder endpoints, string pattern, RequestDelegate serve, string[]? methods = null) =>
        endpoints.MapMethods(pattern, methods ?? Get, async context =>
        {
            SecurityHeaders.Add(context.Response);
            try
            {
                if (context.RequestServices.GetRequiredService<HostGuard>().Refuse(context) is { } refusal)
                    await Answers.TextAsync(context, StatusCodes.Status403Forbidden, refusal).ConfigureAwait(false);
                else
                    await serve(context).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The browser no longer wants the answer.
            }
        });
}
