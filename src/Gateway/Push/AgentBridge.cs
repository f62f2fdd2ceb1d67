using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Push;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Grainline.Gateway.Push;

/// <summary>From an agent's feed to its sockets' events. A conversation that the feed hands to the agent is listened to from then on.</summary>
internal sealed partial class AgentBridge(
    AgentTopics topics, Lazy<ConversationWatch> watch, ConversationBridge conversations, Farewell farewell, IHubProtocol protocol, ILogger<AgentBridge> logger)
{
    public void Step(AgentPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        var (target, argument) = Event(push);
        var frame = Frame.Of(protocol, target, argument);
        foreach (var socket in topic.Staff)
        {
            socket.Send(frame);
            if (push.Conversation is { } view)
                _ = Follow(socket, AgentKey.Parse(push.Source), view);
        }
    }

    /// <summary>Steps were lost. The feed has no event for that: the client starts over, as it does after any lost connection.</summary>
    public void Resync(ResyncPush push)
    {
        if (!topics.TryGet(push.Source, out var topic))
            return;
        foreach (var socket in topic.Staff)
            _ = farewell.Close(socket, Disconnect.Resync);
    }

    private static (string Target, object Argument) Event(AgentPush push) => push switch
    {
        { Conversation: { } view } => ("Conversation", new ConversationEvent(view, push.Feed)),
        { Offer: { } offer } => ("Offer", new OfferEvent(offer, push.Feed)),
        { Withdrawn: { } gone } => ("OfferWithdrawn", new OfferWithdrawnEvent(gone.OfferId, gone.Reason, push.Feed)),
        { Load: { } load } => ("Load", new LoadEvent(load.Status, load.Reason, load.Since, load.Load, load.Capacity, push.Feed, load.InterruptibleLoad)),
        _ => throw new ArgumentException("An empty step of a feed.", nameof(push)),
    };

    // Not awaited by the lane: a slow conversation grain must not hold up other pushes. What passes meanwhile is caught up on by its head.
    private async Task Follow(Socket socket, AgentKey agent, ConversationView view)
    {
        var key = new ConversationKey(agent.Tenant, view.ConversationId);
        try
        {
            if (view.Assignee?.Id == agent.Id)
            {
                var outcome = await watch.Value.Watch(socket, key);
                if (outcome.Succeeded)
                    conversations.CatchUp(socket, outcome.Value!);
            }
            else if (!socket.Actor.Oversees)
            {
                await watch.Value.Unwatch(socket, key);
            }
        }
        catch (Exception e)
        {
            // Fan-out: one socket that cannot follow is told to ask again; the others go on.
            FollowFailed(e, key.ToString());
            socket.Send(Frame.Of(protocol, "Resync", new ResyncEvent(key.Id)));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Conversation {Key} could not be followed; its client was told to ask again")]
    private partial void FollowFailed(Exception exception, string key);
}
