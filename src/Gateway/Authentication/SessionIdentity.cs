using System.Security.Claims;

namespace Grainline.Gateway.Authentication;

/// <summary>Carries the session where ASP.NET Core carries identities, so that sockets and requests find it the same way.</summary>
internal sealed class SessionIdentity(Session session) : ClaimsIdentity(SessionHandler.Scheme)
{
    public Session Session { get; } = session;
}

internal static class SessionPrincipal
{
    public static Session? Session(this ClaimsPrincipal? user) => (user?.Identity as SessionIdentity)?.Session;
}
