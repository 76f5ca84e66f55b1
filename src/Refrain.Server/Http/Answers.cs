using Microsoft.AspNetCore.Http;

namespace Refrain.Server.Http;

/// <summary>Plain answers.</summary>
internal static class Answers
{
    internal static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
