using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Shifts;

namespace Grainline.Gateway.Apis;

/// <summary>An agent's profile as it shall be from now on.</summary>
/// <param name="Capacity">Units of work, 1 to 100; a chat usually takes one.</param>
/// <param name="Skills">Levels 1 to 5, at most one entry a skill.</param>
/// <param name="Languages">BCP 47 tags; <c>zh</c> covers <c>zh-CN</c>.</param>
/// <param name="Shift">When it may be offered work; absent for whenever it is available.</param>
public sealed record AgentProfileRequest(
    string Name, int Capacity, string[] Queues, SkillLevel[]? Skills = null, string[]? Languages = null, WeeklyHours? Shift = null)
{
    internal Refusal? Refuse() =>
        Check.Name(Name, "name") ?? Check.Range(Capacity, 1, 100, "capacity") ?? Check.Range(Queues.Length, 0, 100, "queues")
        ?? Check.Range(Skills?.Length ?? 0, 0, Limits.Skills, "skills") ?? Check.Range(Languages?.Length ?? 0, 0, 50, "languages")
        ?? Queues.Select(queue => Check.Id(queue, "queues")).FirstOrDefault(refusal => refusal is not null)
        ?? ((Skills ?? []).Any(skill => skill is null) ? Check.Invalid("A skill is an id with a level.") : null)
        ?? (Shift is null ? null : HoursShape.Refuse(Shift));

    internal AgentProfile ToProfile() => new(Name, Capacity, [.. Queues], [.. Skills ?? []], [.. Languages ?? []], Shift);
}

public sealed record AgentProfileView(
    string AgentId, string Name, int Capacity, ImmutableArray<string> Queues, ImmutableArray<SkillLevel> Skills, ImmutableArray<string> Languages, WeeklyHours? Shift)
{
    internal static AgentProfileView Of(string id, AgentProfile profile) =>
        new(id, profile.Name, profile.Capacity, profile.Queues, profile.Skills ?? [], profile.Languages ?? [], profile.Shift);
}
