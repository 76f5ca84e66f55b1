using System.Reflection;
using Markdig;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Refrain.Server.Http;

/// <summary>Serves what an error means and what to do, to which its id links: the pages of <c>docs/errors</c>, at hand also without a network.</summary>
internal static class ErrorPageEndpoint
{
    private const string Style =
        "body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1.25rem}" +
        "pre{padding:1rem;border-radius:.5rem;overflow:auto;background:color-mix(in srgb,currentColor 8%,transparent)}" +
        "h1{font-size:1.6rem;line-height:1.25}";

    private static readonly Assembly Here = typeof(ErrorPageEndpoint).Assembly;

    internal static async Task ServeAsync(HttpContext context)
    {
        var id = context.GetRouteValue("id") as string ?? "";
        if (Here.GetManifestResourceStream($"errors/{id}.md") is not { } stream)
        {
            await Answers.TextAsync(context, StatusCodes.Status404NotFound, "There is no page about this error.").ConfigureAwait(false);
            return;
        }

        using var reader = new StreamReader(stream);
        var text = Markdown.ToHtml(await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false));
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
            $"<meta name=\"color-scheme\" content=\"light dark\"><title>{id}</title><style>{Style}</style></head><body><main>{text}</main></body></html>",
            context.RequestAborted).ConfigureAwait(false);
    }
}
