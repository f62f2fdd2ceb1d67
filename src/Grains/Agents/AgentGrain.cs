using System.Text.Json;
using Grainline.Conversations;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Shifts;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Agents;

/// <summary>
/// Reentrant, and every decision is taken and applied in one turn before anything is awaited: two reservations can never both see the last free slot.
/// This file: profile, status, slots, feed. Presence and self-repair are in <c>AgentGrain.Presence</c>, past statuses in <c>.Statuses</c>.
/// </summary>
[Reentrant]
internal sealed partial class AgentGrain(
    GrainJournal<AgentEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<AgentState>> snapshot,
    GatewayLinks links,
    IOptions<AgentOptions> options)
    : JournaledGrain<AgentState, AgentEvent>(journal, snapshot), IAgentGrain, IGrainMigrationParticipant
{
    private readonly AgentOptions _options = options.Value;
    private readonly Listeners _listeners = new(links, journal.Time);
    private readonly Dictionary<string, ConversationView> _views = [];
    private AgentKey _key;
    private (WeeklyHours Hours, ShiftCalendar Calendar)? _shift;
    private long _feed;

    protected override string Kind => "agent";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = AgentKey.Parse(Key);
        _listeners.Adopt(Key);
        StartRounds();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => _listeners.Pack(dehydrationContext);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => _listeners.Unpack(rehydrationContext);

    public async Task<Outcome<AgentSnapshot>> Configure(AgentProfile profile)
    {
        if (AgentRules.MayConfigure(profile) is { } refusal)
            return refusal;
        var left = State.Queues.Except(profile.Queues).ToArray();
        var configured = Configured(profile);
        if (State.Capacity == 0 || !Written(configured).SequenceEqual(Written(Configured(State.Profile()))))
            await Commit(configured);
        foreach (var queue in left)
            await TellQueue(queue);
        return Durable.Snapshot(_key.Id);
    }

    public Task<Outcome<AgentProfile>> Profile() =>
        Task.FromResult<Outcome<AgentProfile>>(Durable.Capacity == 0 ? AgentRules.NotFound : Durable.Profile());

    public async Task<Outcome<LoadView>> SetAvailability(SetAvailability command)
    {
        if (State.Capacity == 0)
            return AgentRules.NotFound;
        if (AgentRules.MaySet(command) is { } refusal)
            return refusal;
        if (command.Status != AgentStatus.Offline)
            await ArmPresence();
        if (State.Status != command.Status || State.Reason != command.Reason)
            await Commit(Changed(command.Status, command.Reason));
        await Settled();
        return Durable.LoadView();
    }

    public async Task<Outcome<InboxState>> Inbox()
    {
        await Settled();
        return Durable.Capacity == 0
            ? AgentRules.NotFound
            : new InboxState(_key.Id, Durable.Name, Durable.Served, [.. Durable.Offers.Values], Durable.LoadView(), Feed);
    }

    public Task<AgentSnapshot> Snapshot() => Task.FromResult(Durable.Snapshot(_key.Id));

    public async Task<Reservation> Reserve(OfferView offer)
    {
        var held = State.Offers.ContainsKey(offer.OfferId);
        if (!held && AgentRules.MayReserve(State, offer, OnShift()) is null)
        {
            await Commit(new OfferReserved(offer));
            held = true;
        }

        await Settled();
        return new(held, Durable.Snapshot(_key.Id));
    }

    public async Task<Outcome<AgentSnapshot>> Take(TakeConversation command)
    {
        if (!State.Served.Contains(command.ConversationId))
        {
            if (AgentRules.MayTake(State, command) is { } refusal)
                return refusal;
            await ArmPresence();
            if (AgentRules.MayTake(State, command) is { } late)
                return late;
            _views[command.ConversationId] = command.View;

            // A slot that is held for this very conversation becomes the one it is served in: it never takes two.
            var held = command.OfferId is { } offer ? State.Offers[offer] : State.OfferFor(command.ConversationId);
            await Commit(new ConversationTaken(command.ConversationId, held?.OfferId, held is null ? command.Work : held.Work));
        }

        await Settled();
        return Durable.Snapshot(_key.Id);
    }

    public async Task Release(ReleaseSlot command)
    {
        if (command.OfferId is { } offer)
        {
            if (State.Offers.ContainsKey(offer))
                await ReleaseOffer(offer, command.Reason, command.Because);
        }
        else if (State.Served.Contains(command.ConversationId))
        {
            if (command.View is { } view)
                _views[command.ConversationId] = view;
            await Commit(new ConversationReleased(command.ConversationId, command.Reason));
        }
    }

    protected override void Tell(in Step<AgentState, AgentEvent> step)
    {
        switch (step.Event)
        {
            case OfferReserved e:
                Push(new(Key, NextFeed(), null, e.Offer, null, null));
                break;
            case OfferReleased e:
                Push(new(Key, NextFeed(), null, null, new(e.OfferId, e.Reason), null));
                break;
            case ConversationTaken e:
                if (e.OfferId is not null)
                    Push(new(Key, NextFeed(), null, null, new(e.OfferId, "accepted"), null));
                PushView(e.ConversationId);
                break;
            case ConversationReleased e:
                PushView(e.ConversationId);
                break;
        }

        Push(new(Key, NextFeed(), null, null, null, step.After.LoadView()));
        foreach (var queue in step.After.Queues)
            _ = TellQueue(queue, step.After);
    }

    /// <summary>Epoch first, so that a number of a former activation is never mistaken for the one that follows.</summary>
    private long Feed => (Epoch * 1_000_000_000) + _feed;

    private long NextFeed()
    {
        _feed++;
        return Feed;
    }

    private void Push(AgentPush push) => _listeners.Tell(push);

    private void PushView(string conversationId)
    {
        if (_views.Remove(conversationId, out var view))
            Push(new(Key, NextFeed(), view, null, null, null));
    }

    private async Task ReleaseOffer(string offerId, string reason, string? because = null)
    {
        var missed = reason == "expired" && !AgentRules.Excuses(State.Offers[offerId], _activeSince);
        var released = new OfferReleased(offerId, reason, because, reason == "expired" && !missed ? true : null);
        var misses = _options.MissedOffersBeforeAway;
        if (missed && misses > 0 && State.Missed + 1 >= misses && State.Status == AgentStatus.Available)
            await Commit(released, Changed(AgentStatus.Away, "missed-offer"));
        else
            await Commit(released);
    }

    private AvailabilityChanged Changed(AgentStatus status, string? reason) => new(status, reason, new(State.Status, State.Reason, State.Since));

    private bool OnShift()
    {
        if (State.Shift is not { } hours)
            return true;
        if (!ReferenceEquals(_shift?.Hours, hours))
            _shift = (hours, new ShiftCalendar(hours));
        return _shift.Value.Calendar.IsOpen(Time.GetUtcNow());
    }

    private static AgentConfigured Configured(AgentProfile profile) =>
        new(profile.Name, profile.Capacity, profile.Queues, profile.Skills ?? [], profile.Languages ?? [], profile.Shift);

    /// <summary>As the journal has it: two profiles are the same when they read the same.</summary>
    private static byte[] Written(AgentConfigured configured) => JsonSerializer.SerializeToUtf8Bytes(configured, AgentJson.Default.AgentConfigured);
}
