using Grainline.Conversations;
using Grainline.Deadlines;
using Grainline.Push;
using Grainline.Routing;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Agents;

/// <summary>
/// Presence is the gateways' leases. A durable clock looks after a working agent whether or not this activation lives, and rounds repair what lost calls left behind.
/// </summary>
internal sealed partial class AgentGrain
{
    private const string PresenceClock = "presence";

    private DateTimeOffset _activeSince;
    private DateTimeOffset _lastSeen;
    private bool _armed;

    public async Task Subscribe(Subscription subscription)
    {
        var returned = !_listeners.Any;
        _listeners.Add(subscription);
        if (returned && Durable.Capacity > 0)
            await Assert();
    }

    public Task Unsubscribe(string gateway)
    {
        _listeners.Remove(gateway);
        _lastSeen = Time.GetUtcNow();
        return Task.CompletedTask;
    }

    public async Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        if (deadline.Name != PresenceClock || (State.Status == AgentStatus.Offline && State.Served.IsEmpty))
            return null;
        var now = Time.GetUtcNow();
        if (_listeners.Any)
            return now + _options.PresenceGrace;
        if (State.Status != AgentStatus.Offline)
        {
            var seen = _lastSeen > _activeSince ? _lastSeen : _activeSince;
            if (now - seen < _options.PresenceGrace)
                return seen + _options.PresenceGrace;
            await GoOffline();
            return now + _options.ReturnConversationsAfter;
        }

        if (now - State.Since < _options.ReturnConversationsAfter)
            return State.Since + _options.ReturnConversationsAfter;
        foreach (var conversation in State.Served)
            await Conversation(conversation).AgentLeft(_key.Id);
        return now + _options.ReassertEvery;
    }

    private async Task GoOffline()
    {
        await Commit(Changed(AgentStatus.Offline, "presence-lost"));
        foreach (var offer in State.Offers.Values)
            await Conversation(offer.Conversation.ConversationId).AgentLeft(_key.Id);
    }

    private void StartRounds()
    {
        _activeSince = Time.GetUtcNow();
        this.RegisterGrainTimer(Round, new GrainTimerCreationOptions
        {
            DueTime = _options.ReassertEvery, Period = _options.ReassertEvery, Interleave = true,
        });
    }

    private async Task Round(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        foreach (var offer in State.Offers.Values.Where(o => o.ExpiresAt + _options.StaleOfferGrace < now))
            await ReleaseOffer(offer.OfferId, "cancelled");
        await Assert();
    }

    /// <summary>Says where this agent stands to its queues, and asks the conversations it holds whether they know it.</summary>
    private async Task Assert()
    {
        if (Durable.Status == AgentStatus.Offline && Durable.Served.IsEmpty)
            return;
        foreach (var queue in Durable.Queues)
            await TellQueue(queue);
        foreach (var conversation in Durable.Served)
            await Conversation(conversation).HeldBy(_key.Id);
    }

    private Task TellQueue(string queue, AgentState? state = null) =>
        GrainFactory.Routing(new QueueKey(_key.Tenant, queue)).AgentChanged((state ?? Durable).Snapshot(_key.Id));

    private async Task ArmPresence()
    {
        if (_armed && State.Status != AgentStatus.Offline)
            return;
        await GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.Agent, Key, PresenceClock, "", Time.GetUtcNow() + _options.PresenceGrace));
        _armed = true;
    }

    private IConversationGrain Conversation(string id) => GrainFactory.Conversation(new ConversationKey(_key.Tenant, id));
}
