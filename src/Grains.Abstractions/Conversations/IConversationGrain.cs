using Grainline.Deadlines;
using Grainline.Push;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;
using Orleans.Concurrency;

namespace Grainline.Conversations;

/// <summary>
/// One conversation: the only writer of its stream. Everything it answers or tells is durable first. Keyed by <see cref="ConversationKey"/>.
/// </summary>
[Alias("IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey, IDeadlineTarget
{
    /// <summary>Creates it and puts it in its queue's line; idempotent.</summary>
    Task<Outcome<ConversationView>> Open(OpenConversation command);

    Task<Outcome<Posted>> Post(PostMessage command);

    Task<Outcome<MessagePage>> Sync(SyncMessages query);

    Task<Outcome<ConversationView>> View(Actor reader);

    /// <summary>Told to the others at once, never stored.</summary>
    [OneWay]
    Task Typing(ShowTyping command);

    Task<Outcome<Done>> Read(MarkRead command);

    Task<Outcome<ConversationView>> Accept(AcceptOffer command);

    Task<Outcome<Done>> Decline(DeclineOffer command);

    /// <summary>
    /// An agent takes a waiting conversation of one of its queues; its capacity is asked. Of a pull and an offer one wins: the other is refused with
    /// <see cref="ErrorCode.IllegalTransition"/> or <see cref="ErrorCode.OfferGone"/>.
    /// </summary>
    Task<Outcome<ConversationView>> Pull(Actor agent);

    Task<Outcome<ConversationView>> Transfer(TransferConversation command);

    /// <summary>For those who oversee; the refusal names the agent and why it cannot.</summary>
    Task<Outcome<ConversationView>> Assign(AssignConversation command);

    /// <summary>Who oversees takes it over, whatever its own capacity.</summary>
    Task<Outcome<ConversationView>> TakeOver(Actor by);

    Task<Outcome<ConversationView>> Classify(ClassifyConversation command);

    Task<Outcome<ConversationView>> Hold(Actor by);

    Task<Outcome<ConversationView>> Resume(Actor by);

    Task<Outcome<ConversationView>> Resolve(Actor by);

    Task<Outcome<ConversationView>> Close(Actor by);

    Task<Outcome<ConversationView>> Rate(RateConversation command);

    /// <summary>A ticket was made from it. What does not exist is left alone.</summary>
    Task ShowTicket(ShowTicket command);

    /// <summary>Id of the agent that served it last; null when nobody has.</summary>
    Task<string?> LastServedBy();

    /// <summary>Takes or renews a gateway's lease on this conversation's pushes and answers with the view at that instant.</summary>
    Task<Outcome<ConversationView>> Subscribe(Subscription subscription, Actor reader);

    Task Unsubscribe(string gateway);

    /// <summary>The routing grain's word on this conversation: an offer was reserved, or its place in line has changed.</summary>
    [OneWay]
    Task Routed(RoutingNotice notice);

    /// <summary>An agent believes that it serves this conversation; if it does not, its slot is released.</summary>
    [OneWay]
    Task HeldBy(string agentId);

    /// <summary>The agent is gone (presence lost): its offer lapses, or the conversation it served goes back to its queue.</summary>
    [OneWay]
    Task AgentLeft(string agentId);
}
