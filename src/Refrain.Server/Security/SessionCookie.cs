using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Refrain.Server.Security;

/// <summary>The cookie that sessions, rows and blobs are bound to.</summary>
internal static class SessionCookie
{
    internal const string Name = "refrain";
    private const int Bytes = 32;

    /// <summary>The visitor's cookie, if it has one that could be ours.</summary>
    internal static string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var value) && value.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(value)
            ? value
            : null;

    /// <summary>The visitor's cookie; a new one when there is none yet.</summary>
    internal static string Ensure(HttpContext context)
    {
        if (Read(context.Request) is { } value)
            return value;
        value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Name, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        });
        return value;
    }

    /// <summary>Whether a missing cookie means that there is none. On the way from another site the browser keeps a strict cookie back, and a new
    /// one would take its place and with it the sessions of the visitor's other tabs.</summary>
    internal static bool WouldBeSent(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not "cross-site";
}
