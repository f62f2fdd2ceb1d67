using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;

namespace Grainline.Security;

/// <summary>The tenant's skills. Agents get theirs through here and the grain is not reentrant, so none is given while it is being taken off the list.</summary>
internal sealed partial class TenantGrain
{
    private const int UsersNamed = 10;

    public async Task<Outcome<AgentSnapshot>> ConfigureAgent(string agentId, AgentProfile profile)
    {
        if (State.Name is null)
            return NoTenant;
        if (State.Staff.All(s => s.AgentId != agentId))
            return AgentRules.NotFound;
        return TenantRules.MayBeStaffed(State, profile) is { } refusal
            ? refusal
            : await GrainFactory.Agent(new AgentKey(Key, agentId)).Configure(profile);
    }

    public Task<Outcome<ImmutableArray<Skill>>> Skills() =>
        Task.FromResult<Outcome<ImmutableArray<Skill>>>(State.Name is null ? NoTenant : State.Skills);

    public async Task<Outcome<ImmutableArray<Skill>>> ListSkills(ImmutableArray<Skill> skills)
    {
        if (State.Name is null)
            return NoTenant;
        if (TenantRules.MayList(skills) is { } refusal)
            return refusal;
        if (await Users(skill => TenantRules.Drops(State, skills, skill)) is { Count: > 0 } users)
            return new Refusal(ErrorCode.SkillInUse, $"Still used by {string.Join(", ", users.Take(UsersNamed))}{(users.Count > UsersNamed ? " and others" : "")}.");
        if (!State.Skills.SequenceEqual(skills))
            await Commit(new SkillsListed(skills));
        return State.Skills;
    }

    /// <summary>Agents and queues that use one of the skills, such as <c>refunds: agent amy</c>.</summary>
    private async Task<List<string>> Users(Func<string, bool> dropped)
    {
        var users = new List<string>();
        foreach (var staff in State.Staff)
        {
            var profile = (await GrainFactory.Agent(new AgentKey(Key, staff.AgentId)).Profile()).Value;
            users.AddRange((profile?.Skills ?? []).Where(s => dropped(s.Skill)).Select(s => $"{s.Skill}: agent {staff.AgentId}"));
        }

        foreach (var queue in State.Queues)
        {
            if ((await GrainFactory.Routing(new QueueKey(Key, queue)).View()).Value is { } view)
                users.AddRange(TenantRules.SkillsOf(view.Profile).Distinct().Where(dropped).Select(skill => $"{skill}: queue {queue}"));
        }

        return users;
    }
}
