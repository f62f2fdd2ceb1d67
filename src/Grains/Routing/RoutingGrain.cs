using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Routing.Matching;
using Grainline.Routing.Policies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Routing;

/// <summary>
/// Reentrant: a call changes the line and the matcher in one turn, and in the same turn whoever can be matched is: a freed slot meets the best placed conversation at once.
/// This file: configuration and the line. What else a queue does is in the files named after it.
/// </summary>
[Reentrant]
internal sealed partial class RoutingGrain(
    GrainJournal<RoutingEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<RoutingState>> snapshot,
    RoutingPolicies policies,
    GatewayLinks links,
    ILogger<RoutingGrain> logger,
    IOptions<RoutingOptions> options)
    : JournaledGrain<RoutingState, RoutingEvent>(journal, snapshot), IRoutingGrain, IGrainMigrationParticipant
{
    private static readonly Refusal NotFound = new(ErrorCode.QueueNotFound, "There is no such queue.");

    private readonly RoutingOptions _options = options.Value;
    private readonly WaitEstimate _estimate = new();
    private readonly ToldWaits _told = new();
    private QueueKey _key;

    /// <summary>Null until the queue is configured, like what follows.</summary>
    private Matcher? _matcher;
    private QueueRules _rules = null!;
    private QueueHours _hours = null!;

    protected override string Kind => "routing";

    protected override int SnapshotEvery => Math.Max(500, State.Line.Count);

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = QueueKey.Parse(Key);
        _estimate.Restore(State.Book, Time.GetUtcNow());
        if (State.Profile is { } profile)
            UseProfile(profile);
        _listeners.Adopt(QueueViews.Source(_key));
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
        if (RoutingRules.MayConfigure(_key.Id, profile, policies) is { } refusal)
            return refusal;
        if (!RoutingRules.Same(State.Profile, profile))
        {
            var version = State.Policies.InForce;
            var configured = Commit(new QueueConfigured(profile));
            UseProfile(profile);
            if (State.Policies.InForce != version)
                UsePolicy();
            await configured;
        }

        await Settled();
        return await View();
    }

    public Task<Outcome<QueueView>> View() => Task.FromResult<Outcome<QueueView>>(Durable.Profile is null ? NotFound : Shown());

    public Task<WorkSize> WorkOf(string channel) => Task.FromResult(Durable.Profile is null ? WorkSize.One : _rules.Work(channel));

    public async Task Enqueue(Enqueue command)
    {
        if (_matcher is null)
            return;
        var id = command.Conversation.ConversationId;
        if (State.Offers.TryGetValue(id, out var offered) && command.LapsedOffer != offered.Offer.OfferId && offered.Offer.ExpiresAt > Time.GetUtcNow())
        {
            // It has not heard of its offer yet.
            await Notify(new(id, null, null, offered.Offer, offered.Agent));
            return;
        }

        if (State.Line.Find(id) is not { } known)
            await Join(command);
        else if (!RoutingRules.Alike(known.Conversation, command.Conversation))
            await Rejoin(known, command.Conversation);
        else
            await TellPlace(known);
    }

    public async Task Withdraw(WithdrawFromQueue command)
    {
        await Concluded(command.ConversationId, command.AgentId);
        if (State.Line.Find(command.ConversationId) is null && !State.Offers.ContainsKey(command.ConversationId))
            return;
        var told = _told.Take(command.ConversationId, command.AgentId is not null, Time.GetUtcNow());
        var left = Commit(new LineLeft(command.ConversationId, command.Reason, command.AgentId, told));
        Forget(command.ConversationId);
        await left;
    }

    public Task Finished(ConversationOutcome outcome) => State.Profile is null ? Task.CompletedTask : Commit(new ServiceFinished(outcome));

    protected override void Tell(in Step<RoutingState, RoutingEvent> step)
    {
        _changed = true;
        if (step.Event is LineLeft { Reason: not null })
            _estimate.Departed(step.At);
    }

    private void UseProfile(QueueProfile profile)
    {
        var now = Time.GetUtcNow();
        (_rules, _hours) = (new(profile, _options.HeadStart), new(profile.Hours));
        if (_matcher is not null)
        {
            _matcher.Use(_rules, now);
        }
        else
        {
            _matcher = new(_rules, policies.Create(State.Policies.Spec!, () => State.Learning), _options.AskAgainAfter);
            foreach (var waiting in State.Line.InOrder)
                _matcher.Join(waiting, now);
        }

        Match();
    }

    private async Task Join(Enqueue command)
    {
        var (id, now) = (command.Conversation.ConversationId, Time.GetUtcNow());

        // Its place decides what is told, and what is told is part of the event.
        _matcher!.Join(new(command.Conversation, command.NotAgent, now), now);
        var joined = Commit(new LineJoined(command.Conversation, command.NotAgent, Estimate(_matcher.PositionOf(id) ?? 1)));
        Match();
        await joined;
        if (State.Line.Find(id) is { } waiting)
            await TellPlace(waiting);
    }

    /// <summary>Something that routing goes by has changed: it keeps its waiting time and is placed anew.</summary>
    private async Task Rejoin(Waiting known, Agents.WaitingConversation conversation)
    {
        var joined = Commit(new LineJoined(conversation, known.NotAgent));
        if (!_asked.ContainsKey(known.Id))
            _matcher!.Join(State.Line.Find(known.Id)!, Time.GetUtcNow());
        Match();
        await joined;
        if (State.Line.Find(known.Id) is { } waiting)
            await TellPlace(waiting);
    }

    private void Forget(string conversationId)
    {
        _matcher?.Leave(conversationId);
        _toldPlaces.Remove(conversationId);
        _movedOn.Remove(conversationId);
    }
}
