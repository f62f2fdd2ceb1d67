using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Routing;

/// <summary>The queue and its agents: who is asked for whom.</summary>
internal sealed partial class RoutingGrain
{
    private bool _matching;
    private bool _again;

    private async Task Match()
    {
        _again = true;
        if (_matching)
            return;
        _matching = true;
        try
        {
            while (_again)
            {
                _again = false;
                while (State.Profile is { } profile
                    && RoutingDecision.Next(State.Line, _picture, policies.Get(State.Policies.Spec!.Name), Time.GetUtcNow(), _options.AskAgainAfter) is { } decision)
                    await Ask(decision, profile);
            }
        }
        finally
        {
            _matching = false;
        }
    }

    public Task<Outcome<DecisionView>> Explain(string conversationId)
    {
        if (Durable.Profile is null)
            return Task.FromResult<Outcome<DecisionView>>(NotFound);
        return Task.FromResult<Outcome<DecisionView>>(Durable.Line.Find(conversationId) is null
            ? new Refusal(ErrorCode.ConversationNotFound, "This conversation does not wait here.")
            : new DecisionView(
                conversationId, null, Time.GetUtcNow(), _key.Id, Durable.Policies.Spec!.Name, Durable.Policies.InForce, null, 0, [],
                [.. _picture.All.Select(a => (a.AgentId, Because: _picture.Rejects(a))).Where(r => r.Because is not null).Select(r => new RejectedView(r.AgentId, r.Because!))],
                []));
    }

    public Task<string?> BestFor(string agentId) => Task.FromResult(State.Line.InOrder.FirstOrDefault()?.Id);

    private void Observe(AgentSnapshot agent)
    {
        _picture.Observe(agent);
        _changed = true;
    }

    private async Task Ask(RoutingDecision decision, QueueProfile profile)
    {
        var conversation = decision.Waiting.Conversation;
        var offerId = $"{conversation.ConversationId}.{Epoch}-{State.Decisions + 1}";
        var now = Time.GetUtcNow();
        var expiresAt = now + TimeSpan.FromSeconds(profile.OfferSeconds);
        var agent = GrainFactory.Agent(new AgentKey(_key.Tenant, decision.Agent.AgentId));
        var reservation = await agent.Reserve(new(offerId, conversation, expiresAt));
        Observe(reservation.Agent);
        if (!reservation.Held)
        {
            _picture.Refused(reservation.Agent, conversation.ConversationId);
            return;
        }

        if (State.Line.Find(conversation.ConversationId) is null)
        {
            // It left while the agent was asked.
            await agent.Release(new(conversation.ConversationId, offerId, "cancelled", null));
            return;
        }

        var offer = new OfferView(offerId, conversation, now, expiresAt);
        var summary = new AgentSummary(reservation.Agent.AgentId, reservation.Agent.Name);
        await Commit(new OfferDecided(
            conversation.ConversationId, offer, summary, State.Policies.Spec!.Name, State.Policies.InForce, decision.Candidates, decision.Rejected));
        _toldPlaces.Remove(conversation.ConversationId);
        await Notify(new(conversation.ConversationId, null, null, offer, summary));
    }
}
