using System.Security.Claims;

namespace Refrain.Sessions;

/// <summary>Who is at the other end.</summary>
/// <param name="Cookie">The value of the session cookie; sessions are bound to it.</param>
/// <param name="User">Who is signed in; a principal without identity when nobody is.</param>
internal sealed record Visitor(string Cookie, ClaimsPrincipal User);
