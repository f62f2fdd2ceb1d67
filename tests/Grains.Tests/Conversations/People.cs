using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Tests.Hosting;

namespace Grainline.Tests.Conversations;

/// <summary>Who talks in tests.</summary>
internal static class People
{
    public static readonly VisitorSummary Ada = new("ada", "Ada", false);

    public static Actor Visitor(string id = "ada") => new(ActorKind.Visitor, id, id);

    public static Actor Agent(string id, StaffRoles roles = StaffRoles.Agent) => new(ActorKind.Agent, id, id, roles);

    public static Actor Supervisor => Agent("sam", StaffRoles.Supervisor);

    public static OpenConversation Opening(VisitorSummary? visitor = null) =>
        new(visitor ?? Ada, GrainHost.Queue, "Where is my order?", "en", ImmutableDictionary<string, string>.Empty);
}
