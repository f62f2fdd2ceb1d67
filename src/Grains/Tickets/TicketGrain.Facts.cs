using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Sla;

namespace Grainline.Tickets;

/// <summary>What a ticket asks others before it decides: the desk's definitions, agents, its children.</summary>
internal sealed partial class TicketGrain
{
    /// <summary>Each version on the way costs a look; nobody is that far behind.</summary>
    private const int LongestUpgrade = 100;

    /// <summary>Nearly always from memory: versions never change.</summary>
    private async ValueTask<TicketBook> Book(TicketState s)
    {
        var team = await desk.Team(_key.Tenant, s.Team);
        return new(
            await desk.Lifecycle(_key.Tenant, s.Lifecycle),
            await desk.Form(_key.Tenant, s.Form),
            team,
            await Terms(s, team));
    }

    /// <summary>A promise keeps the version that it was made by; what is promised anew is promised by the team's newest.</summary>
    private async ValueTask<SlaTerms?> Terms(TicketState s, Team? team)
    {
        var made = s.Sla.FirstOrDefault(c => c.MetAt is null && c.TargetSeconds > 0)?.Policy;
        return made is not null ? await Terms(made, team)
            : team?.SlaPolicy is null ? null
            : await Terms((await desk.RulesOf(_key.Tenant, s.Team, null)).Value?.SlaPolicy, team);
    }

    private async ValueTask<SlaTerms?> Terms(DefinitionRef? policy, Team? team) =>
        policy is not null && await desk.SlaPolicy(_key.Tenant, policy) is { } spec ? new(policy, spec, team?.Hours) : null;

    /// <param name="reference">What files are bound to.</param>
    private async ValueTask<Outcome<TicketFacts>> Gather(Actor by, string reference, ImmutableArray<TicketAction> actions, TicketBook book)
    {
        var upgrades = actions.OfType<UpgradeForm>().Select(a => a.ToVersion).DefaultIfEmpty().Max();
        var solved = !MayMove(actions) || !book.Lifecycle.Transitions.Any(t => LifecycleRules.Guards(t).Contains(StateGuard.ChildrenSolved)) || await ChildrenSolved(State);
        var files = await Bind(by, reference, actions);
        return files.Refusal is { } refusal ? refusal
            : new TicketFacts(await Agents(by, actions), solved, files.Value!, upgrades == 0 ? [] : await Upgrades(upgrades));
    }

    private static bool MayMove(ImmutableArray<TicketAction> actions) => actions.Any(a => a is TriggerState or AssignTicket or AddComment { Public: true });

    private async ValueTask<ImmutableDictionary<string, AgentSummary>> Agents(Actor by, ImmutableArray<TicketAction> actions)
    {
        var named = actions.SelectMany(a => a switch
        {
            AssignTicket { Agent: { } id } => [TicketActions.Named(id, by)!],
            Watch w => [TicketActions.Named(w.Agent, by) ?? by.Id],
            AddComment c when by.IsStaff => Mentions.In(c.Text),
            _ => ImmutableArray<string>.Empty,
        });
        var found = ImmutableDictionary<string, AgentSummary>.Empty;
        foreach (var id in named.Distinct())
        {
            if (await Agent(id, by) is { } agent)
                found = found.Add(id, agent);
        }

        return found;
    }

    /// <summary>Null when there is no such agent.</summary>
    private async ValueTask<AgentSummary?> Agent(string id, Actor? by = null)
    {
        if (by is { IsStaff: true } && by.Id == id)
            return new(by.Id, by.Name);
        return await GrainFactory.Agent(new(_key.Tenant, id)).Snapshot() is { Capacity: > 0 } agent ? new(agent.AgentId, agent.Name) : null;
    }

    private async ValueTask<bool> ChildrenSolved(TicketState s)
    {
        var children = await Task.WhenAll(s.Links.Where(l => l.Kind == TicketLinkKind.ChildOf).Select(l => Ticket(l.TicketId).View(Actor.System)));
        return children.All(c => c.Value is null or { Category: StateCategory.Solved or StateCategory.Closed });
    }

    private async ValueTask<ImmutableArray<FormVersion>> Upgrades(int to)
    {
        var path = ImmutableArray.CreateBuilder<FormVersion>();
        if (to - State.Form.Version > LongestUpgrade || !(await desk.UpgradePath(_key.Tenant, State.Form, to)).Succeeded)
            return [];
        for (var version = State.Form.Version + 1; version <= to; version++)
            path.Add(new(version, await desk.Form(_key.Tenant, State.Form with { Version = version })));
        return path.ToImmutable();
    }

    private ITicketGrain Ticket(string id) => GrainFactory.Ticket(new TicketKey(_key.Tenant, id));
}
