using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Refrain.Frames.Rows.Views;
using Refrain.Server.Mounting;

namespace Refrain.Server.Http;

/// <summary>Serves the rows of a table as a file, says how far one is, and ends one that is no longer wanted.</summary>
internal static class CsvEndpoints
{
    private const int LongestName = 64;

    /// <summary>Sends the rows of a query as a file, as they are written, however many there are. One that ends too early breaks the line, so that no browser takes it for whole.</summary>
    internal static async Task WriteAsync(HttpContext context, MountedPage page)
    {
        if (await RowsEndpoints.OpenAsync(context, page).ConfigureAwait(false) is not var (source, query))
            return;
        var (columns, refusal) = RowsRequest.ReadColumns(context.Request.Query, source);
        var name = context.Request.Query["export"].ToString();
        if (columns is null || !IsName(name))
        {
            await RowsEndpoints.RefuseAsync(context, refusal ?? $"RFN0622: 'export' must have at most {LongestName} letters, digits and hyphens.").ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";

        // The link that was clicked says the file's name.
        context.Response.Headers.ContentDisposition = "attachment";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var session = ContentEndpoints.Route(context, "session");
        var export = name.Length == 0 ? new Export() : page.Exports.Begin(session, name);
        var end = ExportEnd.Failed;
        try
        {
            using var wanted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, export.Stopped);
            var view = await source.OpenAsync(query, null, wanted.Token).ConfigureAwait(false);
            using var rows = source.Export(view, columns);
            await WriteAsync(context, rows, export, wanted.Token).ConfigureAwait(false);
            end = ExportEnd.Done;
        }
        catch (OperationCanceledException)
        {
            end = ExportEnd.Stopped;
            context.Abort();
        }
        finally
        {
            export.Tell(export.State with { End = end });
            if (name.Length > 0)
                page.Exports.Keep(session, name, export);
        }
    }

    /// <summary>Says line by line how far a file is. A browser that no longer listens does not end it: it may have left the page and still want the file.</summary>
    internal static async Task WatchAsync(HttpContext context, MountedPage page)
    {
        if (await FindAsync(context, page).ConfigureAwait(false) is not var (session, name))
            return;
        context.Response.ContentType = "application/x-ndjson";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            ExportState? told = null;
            await foreach (var state in page.Exports.Open(session, name).WatchAsync(context.RequestAborted).ConfigureAwait(false))
            {
                if (told is not null && state.Step == told.Step && state.Rows == told.Rows && state.End is null)
                    continue;
                told = state;
                await context.Response.Body.WriteAsync(Line(state), context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
        }
        finally
        {
            page.Exports.Leave(session, name);
        }
    }

    /// <summary>Ends a file.</summary>
    internal static async Task StopAsync(HttpContext context, MountedPage page)
    {
        if (await FindAsync(context, page).ConfigureAwait(false) is not var (session, name))
            return;
        page.Exports.Stop(session, name);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task WriteAsync(HttpContext context, CsvExport rows, Export export, CancellationToken wanted)
    {
        var output = context.Response.BodyWriter;
        rows.WriteHeader(output);
        bool more;
        do
        {
            more = rows.WriteRows(output);
            var taken = await output.FlushAsync(wanted).ConfigureAwait(false);
            if (taken.IsCompleted)
                throw new OperationCanceledException("Nobody takes the file any more."); // the line is gone, which its token may say only later
            export.Tell(new(rows.RowCount, rows.Written, null));
            wanted.ThrowIfCancellationRequested();
        }
        while (more);
    }

    /// <summary>The file that is asked about; when it cannot be one of this browser's, that has been said.</summary>
    private static async Task<(string Session, string Name)?> FindAsync(HttpContext context, MountedPage page)
    {
        if (await ContentEndpoints.SessionAsync(context, page).ConfigureAwait(false) is null)
            return null;
        var name = ContentEndpoints.Route(context, "export");
        if (IsName(name))
            return (ContentEndpoints.Route(context, "session"), name);
        await RowsEndpoints.RefuseAsync(context, $"RFN0622: 'export' must have at most {LongestName} letters, digits and hyphens.").ConfigureAwait(false);
        return null;
    }

    private static bool IsName(string name) => name.Length <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static byte[] Line(ExportState state) => Encoding.UTF8.GetBytes(
        (state.Rows, state.End) switch
        {
            (null, null) => "{}\n",
            (var rows, null) => string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{rows},\"written\":{state.Written}}}\n"),
            (var rows, { } end) => string.Create(
                CultureInfo.InvariantCulture, $"{{\"rows\":{rows ?? 0},\"written\":{state.Written},\"end\":\"{JsonNamingPolicy.CamelCase.ConvertName(end.ToString())}\"}}\n"),
        });
}
