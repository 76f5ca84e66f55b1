using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Refrain.Frames.Rows.Views;
using Refrain.Pages;
using Refrain.Server.Mounting;

namespace Refrain.Server.Http;

/// <summary>Serves the rows of a table that a session's page shows: windows of them, how far a search for them is, and stretches of a chart.</summary>
internal static class RowsEndpoints
{
    internal static async Task WindowAsync(HttpContext context, MountedPage page)
    {
        if (await OpenAsync(context, page).ConfigureAwait(false) is not var (source, query))
            return;
        var view = await source.OpenAsync(query, null, context.RequestAborted).ConfigureAwait(false);
        var (window, refusal) = RowsRequest.ReadWindow(context.Request.Query, source, view);
        if (window is null)
        {
            await RefuseAsync(context, refusal!).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/octet-stream";

        // A source never changes, and the address names one by its content.
        context.Response.Headers.CacheControl = "private, max-age=3600";
        source.Write(window, view, context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Finds the rows of a query and says line by line how far it is; the last line is how many there are. A browser that hangs up ends the search.</summary>
    internal static async Task ViewAsync(HttpContext context, MountedPage page)
    {
        if (await OpenAsync(context, page).ConfigureAwait(false) is not var (source, query))
            return;
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.CacheControl = "no-store";

        // Only the newest step counts: a browser that reads slowly must not hold the search up.
        var steps = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var finding = FindAsync();
        var last = 0;
        await foreach (var percent in steps.Reader.ReadAllAsync(context.RequestAborted).ConfigureAwait(false))
        {
            // Steps of several processors may overtake one another.
            if (percent > last)
                await LineAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"done\":{(last = percent) / 100.0}}}")).ConfigureAwait(false);
        }

        var view = await finding.ConfigureAwait(false);
        await LineAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{view.Count}}}")).ConfigureAwait(false);

        async Task<RowView> FindAsync()
        {
            try
            {
                return await source.OpenAsync(query, done => steps.Writer.TryWrite((int)(done * 100)), context.RequestAborted).ConfigureAwait(false);
            }
            finally
            {
                steps.Writer.Complete();
            }
        }

        async Task LineAsync(string line)
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a stretch of a long chart anew. A browser that hangs up, because it looks at another one, ends the reading.</summary>
    internal static async Task StretchAsync(HttpContext context, MountedPage page)
    {
        if (await FindAsync(context, page).ConfigureAwait(false) is not { } source)
            return;
        var (stretch, refusal) = RowsRequest.ReadStretch(context.Request.Query);
        if (stretch is not { } ends)
        {
            await RefuseAsync(context, refusal!).ConfigureAwait(false);
            return;
        }

        if (await source.ReadStretchAsync(ends.From, ends.To, context.RequestAborted).ConfigureAwait(false) is not { } window)
        {
            await RefuseAsync(context, "RFN0622: only the rows of a chart have stretches.").ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.CacheControl = "private, max-age=3600";
        await context.Response.Body.WriteAsync(window, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The table that is asked for, and which of its rows; when it is refused, that has been said.</summary>
    internal static async Task<(RowSource Source, RowQuery Query)?> OpenAsync(HttpContext context, MountedPage page)
    {
        if (await FindAsync(context, page).ConfigureAwait(false) is not { } source)
            return null;
        var (query, refusal) = RowsRequest.ReadQuery(context.Request.Query, source);
        if (query is not null)
            return (source, query);
        await RefuseAsync(context, refusal!).ConfigureAwait(false);
        return null;
    }

    /// <summary>The table that is asked for; when there is none, that has been said.</summary>
    private static async Task<RowSource?> FindAsync(HttpContext context, MountedPage page)
    {
        if (await ContentEndpoints.SessionAsync(context, page).ConfigureAwait(false) is not { } session)
            return null;
        var source = session.FindSource(ContentEndpoints.Route(context, "source"));
        if (source is null)
            await Answers.TextAsync(context, StatusCodes.Status404NotFound, "The page shows no such table now.").ConfigureAwait(false);
        return source;
    }

    internal static Task RefuseAsync(HttpContext context, string reason) => Answers.TextAsync(context, StatusCodes.Status400BadRequest, reason);
}
