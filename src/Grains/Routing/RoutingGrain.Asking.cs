using Grainline.Agents;
using Grainline.Routing.Matching;

namespace Grainline.Routing;

/// <summary>
/// The queue and its agents. Many agents are asked at once, each booked before it has answered, so that no free slot is counted on twice; what they answer takes effect in the order of the decisions.
/// </summary>
internal sealed partial class RoutingGrain
{
    /// <summary>An agent that does not answer holds up those asked after it no longer than this.</summary>
    private static readonly TimeSpan KeepOrderFor = TimeSpan.FromSeconds(2);

    /// <summary>Conversations for which an agent is being asked.</summary>
    private readonly Dictionary<string, Asked> _asked = [];
    private readonly ShiftBook _shifts = new();
    private Task _answered = Task.CompletedTask;
    private int _asking;
    private bool _matching;
    private bool _again;
    private long _offers;

    public Task AgentChanged(AgentSnapshot agent)
    {
        Observe(agent);
        Match();
        return Task.CompletedTask;
    }

    /// <summary>Asks as many as can be matched now and as may be asked at once.</summary>
    private void Match()
    {
        // An agent that answers at once brings us here again: one walk at a time, or the stack would be as deep as the line is long.
        _again = true;
        if (_matching)
            return;
        _matching = true;
        try
        {
            while (_again)
            {
                _again = false;
                AskWhoeverCanBe(Time.GetUtcNow());
            }
        }
        finally
        {
            _matching = false;
        }
    }

    private void AskWhoeverCanBe(DateTimeOffset now)
    {
        if (_matcher is null || !_hours.IsOpen(now))
            return;
        while (_asking < _options.AsksInFlight && _matcher.Next(now) is { } decision)
            _answered = Ask(decision, _answered, now);
    }

    /// <param name="answered">The offer that this is the answer to.</param>
    private void Observe(AgentSnapshot agent, string? answered = null)
    {
        if (_matcher is null)
            return;
        var (known, now) = (_matcher.Seat(agent.AgentId)?.Agent, Time.GetUtcNow());
        _changed |= known?.Version != agent.Version;
        if (!agent.Queues.Contains(_key.Id))
        {
            if (known is null || known.Version <= agent.Version)
                _matcher.Forget(agent.AgentId, now);
        }
        else if (answered is not null)
        {
            _matcher.Answered(answered, agent, _shifts.IsOn(agent, now), now);
        }
        else
        {
            _matcher.Observe(agent, _shifts.IsOn(agent, now), now);
        }
    }

    private async Task Ask(Decision decision, Task before, DateTimeOffset now)
    {
        var (conversation, agentId) = (decision.Waiting.Conversation, decision.Agent.AgentId);
        var offerId = $"{conversation.ConversationId}.{Epoch}-{++_offers}";
        var offer = new OfferView(offerId, conversation, now, now + TimeSpan.FromSeconds(State.Profile!.OfferSeconds), decision.Work, decision.SkillMatch);
        var policy = (State.Policies.Spec!.Name, State.Policies.InForce);
        _matcher!.Book(agentId, offerId, decision.Work, now);
        _matcher.StepAside(conversation.ConversationId);
        var asked = _asked[conversation.ConversationId] = new(offerId, agentId, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _asking++;
        var reservation = await Reserve(agentId, offer);
        if (!before.IsCompleted)
            await Task.WhenAny(before, Task.Delay(KeepOrderFor, Time));
        _asking--;
        if (_asked.GetValueOrDefault(conversation.ConversationId) == asked)
            _asked.Remove(conversation.ConversationId);
        if (reservation is not null)
            Observe(reservation.Agent, offerId);
        else
            _matcher.Forget(agentId, Time.GetUtcNow());
        if (Conclude(decision, offer, reservation, policy) is { } decided)
            _ = Tell(decided, offer, reservation!.Agent);
        asked.Concluded.SetResult();
        Match();
    }

    /// <summary>
    /// An agent sees its offer as soon as it holds it, and may have accepted it before its answer has come here: that decision is written before the end of the wait that it brought about.
    /// </summary>
    private Task Concluded(string conversationId, string? acceptedBy) =>
        acceptedBy is not null && _asked.TryGetValue(conversationId, out var asked) && asked.AgentId == acceptedBy
            ? Task.WhenAny(asked.Concluded.Task, Task.Delay(KeepOrderFor, Time))
            : Task.CompletedTask;

    /// <summary>Null when the agent has not answered: whether it holds the slot is unknown, and if it does, it finds out by itself.</summary>
    private async Task<Reservation?> Reserve(string agentId, OfferView offer)
    {
        try
        {
            return await Agent(agentId).Reserve(offer);
        }
        catch (Exception e)
        {
            // Fan-out: one agent that cannot be reached must not keep the others from being asked. It is left out until it speaks again.
            LogNoAnswer(e, agentId, offer.OfferId);
            return null;
        }
    }

    /// <summary>Null when nothing came of it.</summary>
    private Task? Conclude(Decision decision, OfferView offer, Reservation? reservation, (string Name, long Version) policy)
    {
        var (id, now) = (offer.Conversation.ConversationId, Time.GetUtcNow());
        var waiting = State.Line.Find(id);
        if (reservation is not { Held: true })
        {
            if (waiting is not null)
                BackInLine(waiting, reservation?.Agent, now);
            return null;
        }

        if (waiting is null)
            return Task.CompletedTask;
        var (candidates, rejected, counts) = (decision.Explanation.Candidates, decision.Explanation.Rejected, decision.Explanation.Counts);
        var decided = new OfferDecided(
            id, offer, new(reservation.Agent.AgentId, reservation.Agent.Name), policy.Name, policy.Version, candidates, rejected, counts, decision.Ring);
        var commit = Commit(decided);
        Forget(id);
        if (_options.Trace)
            LogDecision(decided, decision.Number, now - offer.Conversation.WaitingSince);
        return commit;
    }

    private void BackInLine(Waiting waiting, AgentSnapshot? refusedBy, DateTimeOffset now)
    {
        if (_asked.ContainsKey(waiting.Id))
            return;
        if (refusedBy is not null)
            _matcher!.Refused(waiting.Id, refusedBy, now);

        // It may have changed while the agent was asked.
        _matcher!.Join(waiting, now);
    }

    /// <summary>The conversation hears of its offer once the decision is on disk; one that has left meanwhile gives the slot back.</summary>
    private async Task Tell(Task decided, OfferView offer, AgentSnapshot agent)
    {
        var id = offer.Conversation.ConversationId;
        try
        {
            await decided;
            if (State.Offers.GetValueOrDefault(id)?.Offer.OfferId == offer.OfferId)
                await Notify(new(id, null, null, offer, new(agent.AgentId, agent.Name)));
            else
                await Agent(agent.AgentId).Release(new(id, offer.OfferId, "cancelled", null));
        }
        catch (Exception e)
        {
            // Fan-out: nobody waits here. A decision that was not written ends this activation; the agent's slot and the conversation's place come back by themselves.
            LogNotTold(e, agent.AgentId, offer.OfferId);
        }
    }

    private IAgentGrain Agent(string id) => GrainFactory.Agent(new AgentKey(_key.Tenant, id));

    private sealed record Asked(string OfferId, string AgentId, TaskCompletionSource Concluded);
}
