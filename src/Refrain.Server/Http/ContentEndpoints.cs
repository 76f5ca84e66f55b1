using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Refrain.Server.Mounting;
using Refrain.Server.Security;
using Refrain.Sessions;

namespace Refrain.Server.Http;

/// <summary>Serves what a session's page refers to, to the browser whose session it is: blobs, and the script's text.</summary>
internal static class ContentEndpoints
{
    internal static async Task BlobAsync(HttpContext context, MountedPage page)
    {
        if (await SessionAsync(context, page).ConfigureAwait(false) is not { } session)
            return;
        if (session.FindBlob(Route(context, "hash")) is not { } blob)
        {
            await Answers.TextAsync(context, StatusCodes.Status404NotFound, "The page shows no such content now.").ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = blob.ContentType;
        context.Response.ContentLength = blob.Bytes.Length;
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(blob.Bytes, context.RequestAborted).ConfigureAwait(false);
    }

    internal static async Task SourceAsync(HttpContext context, MountedPage page)
    {
        string? text = null;
        try
        {
            if (page.Settings.SourceFile is { } file)
                text = await File.ReadAllTextAsync(file, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Being saved, or gone: said below.
        }

        await (text is null
            ? Answers.TextAsync(context, StatusCodes.Status404NotFound, "The script's text is not to be had.")
            : Answers.TextAsync(context, StatusCodes.Status200OK, text)).ConfigureAwait(false);
    }

    /// <summary>The session that is asked about, if it is this browser's; if not, that has been said.</summary>
    internal static async Task<Session?> SessionAsync(HttpContext context, MountedPage page)
    {
        if (SessionCookie.Read(context.Request) is not { } cookie)
        {
            await Answers.TextAsync(context, StatusCodes.Status403Forbidden, "RFN0623: This address needs the session's cookie.").ConfigureAwait(false);
            return null;
        }

        // One answer for "no such session" and "not yours": the difference would tell which ids exist.
        var session = page.App.Sessions.Find(Route(context, "session"), new Visitor(cookie, context.User));
        if (session is null)
            await Answers.TextAsync(context, StatusCodes.Status404NotFound, "There is no such session, or it is not yours.").ConfigureAwait(false);
        return session;
    }

    internal static string Route(HttpContext context, string name) => context.GetRouteValue(name) as string ?? "";
}
