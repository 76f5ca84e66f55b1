using System.Security.Claims;

namespace Refrain.Sessions;

/// <summary>Who is at the other end.</summary>
/// <param name="Cookie">The value of the session cookie; sessions are bound to it.</param>
/// <param name="User">Who is signed in; a principal without identity when nobody is.</param>
internal sealed record Visitor(string Cookie, ClaimsPrincipal User)
{
    /// <summary>Whether a session of the other may be given to this one: the same browser, and the same person signed in.</summary>
    internal bool IsSameAs(Visitor other) => Cookie == other.Cookie && NameOf(User) == NameOf(other.User);

    private static string? NameOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } identity ? user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? identity.Name ?? "" : null;
}
