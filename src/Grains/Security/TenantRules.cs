using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;

namespace Grainline.Security;

/// <summary>What fits into a tenant. Pure: a null means yes.</summary>
internal static class TenantRules
{
    /// <summary>Queues exist, and skills are listed unless the tenant lists none.</summary>
    public static Refusal? MayBeStaffed(TenantState s, AgentProfile profile) =>
        profile.Queues.IsDefault || !profile.Queues.All(q => s.Queues.Contains(q)) ? new(ErrorCode.QueueNotFound, "There is no such queue.")
        : !s.Skills.IsEmpty && profile.Skills?.FirstOrDefault(has => s.Skills.All(k => k.Id != has.Skill)) is { } unknown
            ? Unlisted(unknown.Skill)
        : null;

    public static Refusal? MayNeed(TenantState s, QueueProfile profile) =>
        !s.Skills.IsEmpty && SkillsOf(profile).FirstOrDefault(skill => s.Skills.All(k => k.Id != skill)) is { } unknown ? Unlisted(unknown) : null;

    /// <summary>What the queue and its topics require or prefer. Looks at profiles whose shape nobody has checked yet.</summary>
    public static IEnumerable<string> SkillsOf(QueueProfile profile) =>
        new[] { profile.Needs?.Required, profile.Needs?.Preferred }
            .Concat((profile.Topics is { IsDefault: false } topics ? topics : []).SelectMany(t => new[] { t?.Required, t?.Preferred }))
            .SelectMany(levels => levels is { IsDefault: false } some ? some : [])
            .Select(level => level?.Skill).OfType<string>();

    private static Refusal Unlisted(string skill) => new(ErrorCode.InvalidArgument, $"'{skill}' is not in the tenant's list of skills.");

    /// <summary>Whether a skill that somebody uses would be missing. An empty list restricts nobody, but what stood on the list does not vanish under its users.</summary>
    public static bool Drops(TenantState s, ImmutableArray<Skill> skills, string used) =>
        skills.All(k => k.Id != used) && (!skills.IsEmpty || s.Skills.Any(k => k.Id == used));

    public static Refusal? MayList(ImmutableArray<Skill> skills) =>
        skills.IsDefault || skills.Length > Limits.Skills ? new(ErrorCode.InvalidArgument, $"A tenant lists at most {Limits.Skills} skills.")
        : !skills.All(k => TenantScoped.IsId(k.Id) && k.Name is { Length: > 0 and <= Limits.NameLength }) ? new(ErrorCode.InvalidArgument, $"A skill is an id and a name of 1 to {Limits.NameLength} characters.")
        : skills.Select(k => k.Id).Distinct().Count() != skills.Length ? new(ErrorCode.InvalidArgument, "A skill stands once.")
        : null;
}
