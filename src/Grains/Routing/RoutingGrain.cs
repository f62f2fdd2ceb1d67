using Grainline.Agents;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Routing.Policies;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>
/// Reentrant: calls change the line in one turn; one matcher at a time walks it and asks agents. A freed slot therefore meets the longest waiting conversation at once.
/// This file: configuration and the line. What else a queue does is in the files named after it.
/// </summary>
[Reentrant]
internal sealed partial class RoutingGrain(
    GrainJournal<RoutingEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<RoutingState>> snapshot,
    RoutingPolicies policies,
    GatewayLinks links,
    IOptions<RoutingOptions> options)
    : JournaledGrain<RoutingState, RoutingEvent>(journal, snapshot), IRoutingGrain
{
    private static readonly Refusal NotFound = new(ErrorCode.QueueNotFound, "There is no such queue.");

    private readonly RoutingOptions _options = options.Value;
    private readonly WaitEstimate _estimate = new();
    private readonly Dictionary<string, int> _toldPlaces = [];
    private AgentPicture _picture = null!;
    private QueueKey _key;

    protected override string Kind => "routing";

    protected override int SnapshotEvery => Math.Max(500, State.Line.Count);

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = QueueKey.Parse(Key);
        _picture = new AgentPicture(_key.Id, _options.BelieveAgentsFor, Time);
        _estimate.Restore(State.Book, Time.GetUtcNow());
        StartWall();
        StartRounds();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<Outcome<QueueView>> Configure(QueueProfile profile)
    {
        if (RoutingRules.MayConfigure(_key.Id, profile, policies.Names) is { } refusal)
            return refusal;
        if (!State.Profile.SameAs(profile))
            await Commit(new QueueConfigured(profile));
        return await View();
    }

    public Task<Outcome<QueueView>> View()
    {
        _picture.ForgetTheSilent();
        return Task.FromResult<Outcome<QueueView>>(Durable.Profile is null ? NotFound : Shown());
    }

    public Task<WorkSize> WorkOf(string channel) => Task.FromResult(Durable.Profile.WorkOf(channel));

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
            await Commit(new LineJoined(conversation, command.NotAgent, Estimate(State.Line.Count + 1)));
        if (State.Line.Find(conversation.ConversationId) is { } waiting)
            await TellPlace(waiting);
        await Match();
    }

    public async Task Withdraw(string conversationId, string reason, string? agentId)
    {
        if (State.Line.Find(conversationId) is not null || State.Offers.ContainsKey(conversationId))
            await Commit(new LineLeft(conversationId, reason, agentId));
        _toldPlaces.Remove(conversationId);
    }

    public async Task Finished(ConversationOutcome outcome)
    {
        if (State.Profile is not null)
            await Commit(new ConversationFinished(outcome));
    }

    public Task AgentChanged(AgentSnapshot agent)
    {
        Observe(agent);
        return Match();
    }

    protected override void Tell(in Step<RoutingState, RoutingEvent> step)
    {
        _changed = true;
        if (step.Event is LineLeft { Reason: not null })
            _estimate.Departed(Time.GetUtcNow());
    }
}
