using Orleans;

namespace Grainline;

public enum ActorKind
{
    Visitor,
    Agent,
    Bot,
    System,
}

[Flags]
public enum StaffRoles
{
    None = 0,
    Agent = 1,
    Supervisor = 2,
    Admin = 4,
}

/// <summary>Who acts. The gateway builds it from the verified token; grains decide with it what is allowed.</summary>
/// <param name="Kind">Which side of the conversation this is.</param>
/// <param name="Id">Visitor id or agent id within the tenant.</param>
/// <param name="Name">What others see.</param>
/// <param name="Roles">Empty for visitors.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(ActorKind Kind, string Id, string Name, StaffRoles Roles = StaffRoles.None)
{
    /// <summary>The product itself, for what deadlines and routing do.</summary>
    public static readonly Actor System = new(ActorKind.System, "system", "Grainline");

    public bool IsStaff => Kind == ActorKind.Agent;

    /// <summary>Supervisors and administrators may see and move every conversation of their tenant.</summary>
    public bool Oversees => (Roles & (StaffRoles.Supervisor | StaffRoles.Admin)) != 0;
}
