using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;

namespace Grainline.Conversations;

/// <summary>How a conversation gets its agent: by an offer, or by hand when nobody was asked. The agent grain gives the slot before anything is committed here.</summary>
internal sealed partial class ConversationGrain
{
    public async Task<Outcome<ConversationView>> Pull(Actor agent)
    {
        using var pass = await _gate.Enter();
        if (State.Exists && agent.IsStaff && State.Assignee?.Id == agent.Id)
        {
            await Settled();
            return ViewFor(Audience.Staff);
        }

        var queues = State.Exists ? (await Agent(agent.Id).Snapshot()).Queues : [];
        if (ConversationRules.MayPull(State, agent, queues) is { } refusal)
            return refusal;
        var summary = new AgentSummary(agent.Id, agent.Name);
        return State.Offer is { } mine && mine.Agent.Id == agent.Id
            ? await Give(summary, mine.OfferId, agent, force: false, [])
            : await Give(summary, null, agent, force: false, [], ConversationTrigger.Pull);
    }

    public async Task<Outcome<ConversationView>> Assign(AssignConversation command)
    {
        using var pass = await _gate.Enter();
        return ConversationRules.MayAssign(State, command.By) is { } refusal
            ? refusal
            : await ToAgent(command.ToAgent, command.By, command.Force, []);
    }

    public async Task<Outcome<ConversationView>> TakeOver(Actor by)
    {
        using var pass = await _gate.Enter();
        if (ConversationRules.MayAssign(State, by) is { } refusal)
            return refusal;
        if (State.Assignee?.Id != by.Id)
            return await ToAgent(by.Id, by, force: true, []);
        await Settled();
        return ViewFor(Audience.Staff);
    }

    public async Task<Outcome<ConversationView>> Classify(ClassifyConversation command)
    {
        using var pass = await _gate.Enter();
        var queues = State.Exists && command.By.IsStaff ? (await Agent(command.By.Id).Snapshot()).Queues : [];
        if (ConversationRules.MayClassify(State, command, queues) is { } refusal)
            return refusal;
        var (topic, priority) = (command.Topic ?? State.Topic, command.Priority ?? State.Priority);
        if (topic != State.Topic || priority != State.Priority)
        {
            await Commit(new ConversationClassified(topic, priority, command.By.Author()));
            await JoinLine();
        }

        return ViewFor(Audience.Staff);
    }

    private async Task<Outcome<ConversationView>> ToAgent(string agentId, Actor by, bool force, ConversationEvent[] note)
    {
        if (State.Assignee?.Id == agentId)
            return new Refusal(ErrorCode.InvalidArgument, "This agent serves the conversation already.");
        var profile = await Agent(agentId).Snapshot();
        if (profile.Capacity == 0)
            return AgentRules.NotFound;

        // Forced on somebody who is not there it would only come back, some minutes later. Who takes it over is there, whatever the status says.
        var self = by.Oversees && by.Id == agentId;
        return !self && profile.Status == AgentStatus.Offline
            ? new Refusal(ErrorCode.AgentUnavailable, $"{profile.Name} is offline.")
            : await Give(new(agentId, profile.Name), null, by, force || self, note);
    }

    private async Task<Outcome<ConversationView>> Give(
        AgentSummary agent, string? offerId, Actor by, bool force, ConversationEvent[] note, ConversationTrigger trigger = ConversationTrigger.Assign)
    {
        if (ConversationLifecycle.Next(State.Status, trigger).Refusal is { } illegal)
            return illegal;
        var work = offerId is null ? await Routing(State.Queue).WorkOf(State.Channel) : null;
        var view = ViewFor(Audience.Staff) with
        {
            Status = ConversationStatus.Assigned,
            Assignee = agent,
            Position = null,
            EtaSeconds = null,
            OpensAt = null,
        };
        if ((await Agent(agent.Id).Take(new(_key.Id, offerId, view, force, work))).Refusal is { } refusal)
            return refusal;
        var before = State;
        await Commit([.. note, new ConversationAssigned(agent, offerId, by.Author())]);
        await Vacate(
            before with { Offer = before.Offer?.OfferId == offerId ? null : before.Offer }, "transferred",
            offerId is null ? LeftBecause.Pulled : LeftBecause.Accepted);
        return ViewFor(Audience.Staff);
    }
}
