namespace Grainline.Gateway.Authentication;

public enum SessionKind
{
    Visitor,
    Staff,
}

/// <summary>Who a token speaks for. It is what the token holds, so it must stay readable by every gateway of one cluster.</summary>
/// <param name="Id">Visitor id or agent id within the tenant.</param>
/// <param name="Login">Staff only.</param>
/// <param name="Stamp">Staff only: the account's stamp when the session began. Another stamp ends the session.</param>
/// <param name="Site">Visitors only: the site that it came through.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record Session(
    SessionKind Kind, string Tenant, string Id, string Name, StaffRoles Roles, string? Login, string? Stamp, string? Site, DateTimeOffset ExpiresAt)
{
    public bool IsStaff => Kind == SessionKind.Staff;

    public Actor Actor => IsStaff ? new(ActorKind.Agent, Id, Name, Roles) : new(ActorKind.Visitor, Id, Name);

    // A name is contact data and a stamp is a secret: neither belongs in a log.
    public override string ToString() => $"{Kind} {Tenant}/{Id}";
}
