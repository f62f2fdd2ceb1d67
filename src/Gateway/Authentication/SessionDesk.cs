using Grainline.Security;
using Grainline.Visitors;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Authentication;

/// <summary>Hands out sessions.</summary>
internal sealed class SessionDesk(Tokens tokens, IOptions<SessionOptions> options, TimeProvider time)
{
    public StaffSession Open(Credentials account) =>
        Open(new Session(SessionKind.Staff, account.Tenant, account.AgentId, account.Name, account.Roles, account.Login, account.Stamp, null, default));

    /// <summary>The same session, lasting longer.</summary>
    public StaffSession Open(Session session)
    {
        var renewed = session with { ExpiresAt = time.GetUtcNow() + options.Value.StaffLifetime };
        return new(renewed.Id, renewed.Name, tokens.Write(renewed), renewed.ExpiresAt, renewed.Roles);
    }

    public VisitorSession Open(SiteView site, VisitorView visitor)
    {
        var ends = time.GetUtcNow() + options.Value.VisitorLifetime;
        var session = new Session(SessionKind.Visitor, site.Tenant, visitor.VisitorId, visitor.Name, StaffRoles.None, null, null, site.SiteKey, ends);
        return new(visitor.VisitorId, visitor.Name, tokens.Write(session), ends);
    }

    /// <summary>Whether an ended visitor session is recent enough to say who comes back.</summary>
    public bool MayReturn(Session session) => !session.IsStaff && session.ExpiresAt + options.Value.VisitorReturn > time.GetUtcNow();
}

public sealed record VisitorSession(string VisitorId, string Name, string Token, DateTimeOffset ExpiresAt);

public sealed record StaffSession(string AgentId, string Name, string Token, DateTimeOffset ExpiresAt, StaffRoles Roles);
