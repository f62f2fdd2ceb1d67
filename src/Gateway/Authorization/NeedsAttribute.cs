namespace Grainline.Gateway.Authorization;

/// <summary>The hub method needs one of these roles. Without it, whoever may open the socket may call the method.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsAttribute(StaffRoles anyOf) : Attribute
{
    public StaffRoles AnyOf { get; } = anyOf;
}
