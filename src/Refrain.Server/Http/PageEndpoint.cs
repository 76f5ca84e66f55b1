using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Refrain.Server.Mounting;
using Refrain.Server.Security;

namespace Refrain.Server.Http;

/// <summary>Serves the page itself: the built <c>index.html</c> with the place it is mounted at and its configuration.</summary>
internal static class PageEndpoint
{
    private const string Missing =
        "RFN0602: This Refrain was built without its front end (-p:RefrainSkipWeb=true). Build it again without that property.";

    internal static async Task ServeAsync(HttpContext context, Func<HttpRequest, PageConfig> configure)
    {
        var request = context.Request;
        var config = configure(request);

        // Addresses in the page are relative to its folder, which /hello without a slash is not.
        if (!request.Path.Value!.EndsWith('/'))
        {
            context.Response.Redirect($"{config.Base}/{request.QueryString}", permanent: false);
            return;
        }

        if (FrontEnd.Find("index.html") is not { } index)
        {
            await Answers.TextAsync(context, StatusCodes.Status503ServiceUnavailable, Missing).ConfigureAwait(false);
            return;
        }

        if (SessionCookie.WouldBeSent(request))
            SessionCookie.Ensure(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.WriteAsync(Fill(Encoding.UTF8.GetString(index), config), context.RequestAborted).ConfigureAwait(false);
    }

    internal static string Fill(string index, PageConfig config)
    {
        var json = JsonSerializer.Serialize(config, PageJson.Default.PageConfig);
        var encode = HtmlEncoder.Default;
        return index
            .Replace("<!--refrain-base-->", $"<base href=\"{encode.Encode(config.Base)}/\" />", StringComparison.Ordinal)
            .Replace("<title>Refrain</title>", $"<title>{encode.Encode(config.Title)}</title>", StringComparison.Ordinal)
            .Replace("<!--refrain-config-->", $"<script type=\"application/json\" id=\"refrain\">{json}</script>", StringComparison.Ordinal);
    }
}
