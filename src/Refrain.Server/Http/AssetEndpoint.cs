using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Refrain.Server.Http;

/// <summary>Serves the front end's files. Their names carry a hash of their content, so a browser asks for each once.</summary>
internal static class AssetEndpoint
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    internal static async Task ServeAsync(HttpContext context)
    {
        var path = $"_refrain/assets/{context.GetRouteValue("file")}";
        if (Path.GetExtension(path) is ".br" or ".gz" || FrontEnd.Find(path) is not { } content)
        {
            await Answers.TextAsync(context, StatusCodes.Status404NotFound, "There is no such file.").ConfigureAwait(false);
            return;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (Compressed(path, context.Request) is var (encoding, bytes))
        {
            headers.ContentEncoding = encoding;
            content = bytes;
        }

        context.Response.ContentType = Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
    }

    private static (string Encoding, byte[] Bytes)? Compressed(string path, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, extension) in (ReadOnlySpan<(string, string)>)[("br", ".br"), ("gzip", ".gz")])
        {
            var wanted = accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
            if (wanted && FrontEnd.Find(path + extension) is { } bytes)
                return (encoding, bytes);
        }

        return null;
    }
}
