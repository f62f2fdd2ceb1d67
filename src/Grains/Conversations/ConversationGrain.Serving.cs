using Grainline.Deadlines;
using Grainline.Ids;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;
using Grainline.Visitors;

namespace Grainline.Conversations;

/// <summary>The conversation and the people who serve it. Slots belong to the agent grains: theirs is asked before, and given back after, the commit.</summary>
internal sealed partial class ConversationGrain
{
    public async Task<Outcome<ConversationView>> Accept(AcceptOffer command)
    {
        using var pass = await _gate.Enter();
        var agent = new AgentSummary(command.Agent.Id, command.Agent.Name);
        if (State.Assignee?.Id == agent.Id && State.AcceptedOffer == command.OfferId)
        {
            await Settled();
            return ViewFor(Audience.Staff);
        }

        if (ConversationRules.MayAnswer(State, agent.Id, command.OfferId) is { } refusal)
            return refusal;
        return await Give(agent, command.OfferId, command.Agent, force: false, []);
    }

    public async Task<Outcome<ConversationView>> Transfer(TransferConversation command)
    {
        using var pass = await _gate.Enter();
        if (ConversationRules.MayServe(State, command.By) is { } refusal)
            return refusal;
        ConversationEvent[] note = command.Note is { Length: > 0 } text
            ? [Handover(command.By.Author(), text, await ids.NextAsync())]
            : [];
        return command switch
        {
            { ToQueue: { } queue, ToAgent: null } => await ToQueue(queue, command.By, note),
            { ToAgent: { } agent, ToQueue: null } => await ToAgent(agent, command.By, force: false, note),
            _ => new Refusal(ErrorCode.InvalidArgument, "Name either an agent or a queue."),
        };
    }

    public Task<Outcome<ConversationView>> Hold(Actor by) =>
        Move(by, ConversationRules.MayServe, ConversationTrigger.Hold, new ConversationHeld(by.Author()));

    public Task<Outcome<ConversationView>> Resume(Actor by) =>
        Move(by, ConversationRules.MayServe, ConversationTrigger.Resume, new ConversationResumed(by.Author()));

    public async Task<Outcome<ConversationView>> Resolve(Actor by)
    {
        if (ConversationRules.MayServe(State, by) is { } refusal)
            return refusal;
        await GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Conversation, Key, CloseClock, "", Time.GetUtcNow() + _options.ReopenWindow));
        return await Move(by, ConversationRules.MayServe, ConversationTrigger.Resolve, new ConversationResolved(by.Author()), "resolved");
    }

    public Task<Outcome<ConversationView>> Close(Actor by) =>
        Move(by, ConversationRules.MayClose, ConversationTrigger.Close, new ConversationClosed(by.Author()), "closed");

    public async Task<Outcome<ConversationView>> Rate(RateConversation command)
    {
        using var pass = await _gate.Enter();
        if (ConversationRules.MayRate(State, command) is { } refusal)
            return refusal;
        await Commit(new ConversationRated(command.Visitor.Author(), command.Score, command.Comment));
        await TellOutcome();
        return ViewFor(Audience.Visitors);
    }

    public async Task HeldBy(string agentId)
    {
        using var pass = await _gate.Enter();
        await Settled();
        if (State.Assignee?.Id != agentId)
            await ReleaseSlot(agentId, "transferred");
    }

    private async Task<Outcome<ConversationView>> Move(
        Actor by, Func<ConversationState, Actor, Refusal?> may, ConversationTrigger trigger, ConversationEvent @event, string reason = "")
    {
        using var pass = await _gate.Enter();
        if (may(State, by) is { } refusal)
            return refusal;
        if (ConversationLifecycle.Next(State.Status, trigger).Refusal is { } illegal)
            return illegal;
        var before = State;
        await Commit(@event);
        await Vacate(before, reason, by.Kind == ActorKind.Visitor ? LeftBecause.Closed : LeftBecause.Cancelled);
        if (before.Assignee is not null && State.Assignee is null)
        {
            await TellOutcome();
            await TellVisitor();
        }

        return ViewFor(AudienceOf(by));
    }

    private async Task<Outcome<ConversationView>> ToQueue(string queue, Actor by, ConversationEvent[] note)
    {
        if ((await GrainFactory.Tenant(_key.Tenant).View()).Value?.Queues.Contains(queue) != true)
            return new Refusal(ErrorCode.QueueNotFound, "There is no such queue.");
        await ArmQueueClock();
        if (ConversationLifecycle.Next(State.Status, ConversationTrigger.Enqueue).Refusal is { } illegal)
            return illegal;
        var before = State;
        await Commit([.. note, new ConversationQueued(queue, QueuedBecause.Transferred, by.Author())]);
        await Vacate(before, "transferred", LeftBecause.Transferred);
        await JoinLine();
        return ViewFor(Audience.Staff);
    }

    private static MessagePosted Handover(Author by, string text, TimeOrderedId id) => new($"transfer-{id}", by, MessageKind.Note, text, id.ToString());

    /// <summary>Gives back what the former state held: its agent's slot, its offer, its place in line.</summary>
    private async Task Vacate(ConversationState before, string reason, string left)
    {
        if (before.Assignee is { } agent && agent.Id != State.Assignee?.Id)
            await ReleaseSlot(agent.Id, reason);
        if (before.Offer is { } offer && State.Offer is null)
            await ReleaseOffer(offer.Agent.Id, offer.OfferId, "cancelled");
        if (before.WaitingSince is not null && (State.WaitingSince is null || State.Queue != before.Queue))
            await Routing(before.Queue).Withdraw(new(_key.Id, left, State.Assignee?.Id));
    }

    /// <summary>Food for the queue's figures; said again when the visitor has rated.</summary>
    private Task TellOutcome() => State.LastService is { } ended
        ? Routing(ended.Queue).Finished(new(_key.Id, ended.AgentId, State.Topic, ended.HandleSeconds, ended.Resolved, State.Score))
        : Task.CompletedTask;

    /// <summary>Who served, for the visitor's next conversation. The visitor asks again if this is lost.</summary>
    private Task TellVisitor() => State.LastAgent is { } agent
        ? GrainFactory.Visitor(new(_key.Tenant, State.Visitor.Id)).Served(new(_key.Id, agent))
        : Task.CompletedTask;
}
