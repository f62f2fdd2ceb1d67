using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Routing.Policies;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>
/// Reentrant: calls change the line in one turn; one matcher at a time walks it and asks agents. A freed slot therefore meets the longest waiting conversation at once.
/// </summary>
[Reentrant]
internal sealed class RoutingGrain(
    GrainJournal<RoutingEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<RoutingState>> snapshot,
    RoutingPolicies policies,
    IOptions<RoutingOptions> options)
    : JournaledGrain<RoutingState, RoutingEvent>(journal, snapshot), IRoutingGrain
{
    private readonly RoutingOptions _options = options.Value;
    private readonly WaitEstimate _estimate = new();
    private readonly Dictionary<string, int> _toldPlaces = [];
    private AgentPicture _picture = null!;
    private QueueKey _key;
    private bool _matching;
    private bool _again;

    protected override string Kind => "routing";

    protected override int SnapshotEvery => Math.Max(500, State.Line.Count);

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = QueueKey.Parse(Key);
        _picture = new AgentPicture(_key.Id, _options.BelieveAgentsFor, Time);
        this.RegisterGrainTimer(Round, new GrainTimerCreationOptions
        {
            DueTime = _options.TellPlacesEvery, Period = _options.TellPlacesEvery, Interleave = true,
        });
        return Task.CompletedTask;
    }

    public async Task<Outcome<QueueView>> Configure(QueueProfile profile)
    {
        if (RoutingRules.MayConfigure(profile, policies) is { } refusal)
            return refusal;
        if (State.Profile != profile)
            await Commit(new QueueConfigured(profile));
        return await View();
    }

    public Task<Outcome<QueueView>> View()
    {
        _picture.ForgetTheSilent();
        return Task.FromResult<Outcome<QueueView>>(Durable.Profile is not { } profile
            ? new Refusal(ErrorCode.QueueNotFound, "There is no such queue.")
            : new QueueView(
                _key.Id, profile, Durable.PolicyVersion, Durable.Line.Count, Durable.Line.InOrder.FirstOrDefault()?.Conversation.WaitingSince,
                [.. _picture.All.OrderBy(a => a.AgentId, StringComparer.Ordinal)]));
    }

    public async Task Enqueue(Enqueue command)
    {
        var conversation = command.Conversation;
        if (State.Profile is null)
            return;
        if (State.Offers.TryGetValue(conversation.ConversationId, out var offered) && command.LapsedOffer != offered.Offer.OfferId
            && offered.Offer.ExpiresAt > Time.GetUtcNow())
        {
            // It has not heard of its offer yet.
            await Notify(new(conversation.ConversationId, null, null, offered.Offer, offered.Agent));
            return;
        }

        if (State.Line.Find(conversation.ConversationId) is null)
            await Commit(new LineJoined(conversation, command.NotAgent));
        if (State.Line.Find(conversation.ConversationId) is { } waiting)
            await TellPlace(waiting);
        await Match();
    }

    public async Task Withdraw(string conversationId)
    {
        if (State.Line.Find(conversationId) is not null || State.Offers.ContainsKey(conversationId))
            await Commit(new LineLeft(conversationId));
        _toldPlaces.Remove(conversationId);
    }

    public Task AgentChanged(AgentSnapshot agent)
    {
        _picture.Observe(agent);
        return Match();
    }

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
                    && RoutingDecision.Next(State.Line, _picture, policies.Create(new(profile.Policy), () => Learning.LearningState.Empty), Time.GetUtcNow(), _options.AskAgainAfter) is { } decision)
                    await Ask(decision, profile);
            }
        }
        finally
        {
            _matching = false;
        }
    }

    private async Task Ask(RoutingDecision decision, QueueProfile profile)
    {
        var conversation = decision.Waiting.Conversation;
        var offerId = $"{conversation.ConversationId}.{Epoch}-{State.Decisions + 1}";
        var now = Time.GetUtcNow();
        var expiresAt = now + TimeSpan.FromSeconds(profile.OfferSeconds);
        var agent = GrainFactory.Agent(new AgentKey(_key.Tenant, decision.Agent.AgentId));
        var reservation = await agent.Reserve(new(offerId, conversation, expiresAt));
        _picture.Observe(reservation.Agent);
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
            conversation.ConversationId, offer, summary, profile.Policy, State.PolicyVersion, decision.Candidates, decision.Rejected));
        _estimate.Departed(now);
        _toldPlaces.Remove(conversation.ConversationId);
        await Notify(new(conversation.ConversationId, null, null, offer, summary));
    }

    private async Task Round(CancellationToken cancellationToken)
    {
        _picture.ForgetTheSilent();
        if (State.Line.Count == 0)
            return;
        var place = 0;
        foreach (var waiting in State.Line.InOrder.Take(_options.PlacesTold))
        {
            if (_toldPlaces.GetValueOrDefault(waiting.Id) != ++place)
                await TellPlace(waiting, place);
        }

        await Match();
    }

    private Task TellPlace(Waiting waiting, int? known = null)
    {
        var place = known ?? State.Line.PositionOf(waiting);
        _toldPlaces[waiting.Id] = place;
        return Notify(new(waiting.Id, place, _estimate.Seconds(place, Time.GetUtcNow()), null, null));
    }

    private Task Notify(RoutingNotice notice) => GrainFactory.Conversation(new ConversationKey(_key.Tenant, notice.ConversationId)).Routed(notice);
}
