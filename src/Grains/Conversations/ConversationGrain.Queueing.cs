using Grainline.Agents;
using Grainline.Deadlines;
using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Security;

namespace Grainline.Conversations;

/// <summary>The conversation and its queue: joining the line, offers that come and lapse, clocks.</summary>
internal sealed partial class ConversationGrain
{
    private const string QueueClock = "queue";
    private const string OfferClock = "offer";
    private const string CloseClock = "close";

    private int? _position;
    private int? _etaSeconds;
    private DateTimeOffset? _opensAt;
    private string? _refusedOffer;

    public async Task Routed(RoutingNotice notice)
    {
        var present = notice.Queue is null || notice.Queue == State.Queue;
        if (present)
            (_position, _etaSeconds, _opensAt) = (notice.Position, notice.EtaSeconds, notice.OpensAt);
        if (notice is { Offer: { } offer, Agent: { } agent })
            await Offered(offer, agent);
        else if (present && notice.OverflowTo is { } next)
            await Overflow(State.Queue, next);
        else if (present && Durable.Status == ConversationStatus.Queued)
            TellView();
    }

    public async Task<Outcome<Done>> Decline(DeclineOffer command)
    {
        using var pass = await _gate.Enter();
        if (ConversationRules.MayAnswer(State, command.Agent.Id, command.OfferId) is { } refusal)
            return refusal;
        if (State.Offer is not null)
        {
            await Lapse("declined", command.Reason);
            return default(Done);
        }

        if (!await HoldsOffer(command.Agent.Id, command.OfferId))
            return AgentRules.OfferGone;

        // The agent was faster than the router's notice: remember, so that the notice is not taken for a new offer.
        _refusedOffer = command.OfferId;
        await ReleaseOffer(command.Agent.Id, command.OfferId, "declined", command.Reason);
        await JoinLine(command.Agent.Id, command.OfferId);
        return default(Done);
    }

    public async Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        using var pass = await _gate.Enter();
        switch (deadline.Name)
        {
            case OfferClock when State.Offer?.OfferId == deadline.Token:
                await Lapse("expired");
                return null;
            case QueueClock when State.Status is ConversationStatus.Queued or ConversationStatus.Offered:
                await JoinLine();
                return Time.GetUtcNow() + _options.ReassertEvery;
            case CloseClock when State is { Status: ConversationStatus.Resolved, ResolvedAt: { } resolvedAt }:
                if (resolvedAt + _options.ReopenWindow is var end && end > Time.GetUtcNow())
                    return end;
                await Commit(new ConversationClosed(Actor.System.Author()));
                await TellVisitor();
                return null;
            default:
                return null;
        }
    }

    public async Task AgentLeft(string agentId)
    {
        using var pass = await _gate.Enter();
        if (State.Offer?.Agent.Id == agentId)
            await Lapse("left");
        if (State.Assignee?.Id != agentId)
        {
            await ReleaseSlot(agentId, "left");
            return;
        }

        await ArmQueueClock();
        await Commit(new ConversationQueued(State.Queue, QueuedBecause.Returned, Actor.System.Author()));
        await ReleaseSlot(agentId, "left");
        await JoinLine();
    }

    private async Task Offered(OfferView offer, AgentSummary agent)
    {
        using var pass = await _gate.Enter();
        if (State.Offer?.OfferId == offer.OfferId || State.AcceptedOffer == offer.OfferId)
            return;
        if (State.Status == ConversationStatus.Queued && Stands(offer))
            await GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Conversation, Key, OfferClock, offer.OfferId, offer.ExpiresAt));
        if (Stands(offer) && ConversationLifecycle.Next(State.Status, ConversationTrigger.Offer).Succeeded)
            await Commit(new OfferMade(offer.OfferId, agent, offer.ExpiresAt));
        else
            await CancelOffer(agent.Id, offer.OfferId);
    }

    /// <summary>On to the queue that a ring of the present one names, at most once during a wait. A queue that does not exist would lose it, so the word is not followed then.</summary>
    private async Task Overflow(string from, string to)
    {
        using var pass = await _gate.Enter();
        if (State.Status != ConversationStatus.Queued || State.Queue != from || to == from || State.OverflowedFrom.Contains(to)
            || (await GrainFactory.Tenant(_key.Tenant).View()).Value?.Queues.Contains(to) != true)
            return;
        var before = State;
        await Commit(new ConversationQueued(to, QueuedBecause.Overflowed, Actor.System.Author()));
        await Vacate(before, "transferred", LeftBecause.Overflowed);
        await JoinLine();
    }

    /// <summary>Notices come late and twice: this one is neither over nor of a queue that the conversation has left.</summary>
    private bool Stands(OfferView offer) => offer.OfferId != _refusedOffer && offer.OfferId != State.PastOffer && offer.Conversation.Queue == State.Queue;

    /// <summary>An offer for a conversation that does not wait any more: give the slot back and leave the line.</summary>
    private async Task CancelOffer(string agentId, string offerId)
    {
        await ReleaseOffer(agentId, offerId, "cancelled");
        if (State.Status != ConversationStatus.Queued)
            await Routing(State.Queue).Withdraw(new(_key.Id, LeftBecause.Cancelled));
    }

    private async Task Lapse(string reason, string? because = null)
    {
        var offer = State.Offer!;
        await Commit(new OfferLapsed(offer.OfferId, offer.Agent, reason, because));
        await ReleaseOffer(offer.Agent.Id, offer.OfferId, reason, because);
        await JoinLine();
    }

    /// <summary>Joins the line if it still waits, or asserts that it does. Looked at and sent in one turn, so it never follows the withdrawal of a conversation that waits no more.</summary>
    private Task JoinLine(string? notAgent = null, string? lapsedOffer = null) => State.Status != ConversationStatus.Queued
        ? Task.CompletedTask
        : Routing(State.Queue).Enqueue(new(
            new(
                _key.Id, State.Queue, State.Visitor, State.Subject, State.Language, State.LastForStaff?.Text, State.WaitingSince ?? Time.GetUtcNow(),
                State.Channel, State.Topic, State.Priority, State.PastAgents),
            notAgent ?? State.LastRefusedBy, lapsedOffer ?? State.PastOffer));

    private Task ArmQueueClock() =>
        GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Conversation, Key, QueueClock, "", Time.GetUtcNow() + _options.ReassertEvery));

    private IRoutingGrain Routing(string queue) => GrainFactory.Routing(new QueueKey(_key.Tenant, queue));

    private IAgentGrain Agent(string id) => GrainFactory.Agent(new AgentKey(_key.Tenant, id));

    private Task ReleaseOffer(string agentId, string offerId, string reason, string? because = null) =>
        Agent(agentId).Release(new(_key.Id, offerId, reason, null, because));

    private Task ReleaseSlot(string agentId, string reason) => Agent(agentId).Release(new(_key.Id, null, reason, ViewFor(Audience.Staff)));
}
