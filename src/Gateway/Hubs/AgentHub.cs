using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Gateway.Apis;
using Grainline.Gateway.Authorization;
using Grainline.Gateway.Push;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;

namespace Grainline.Gateway.Hubs;

/// <summary>The agents' and supervisors' door. Who serves whom without an offer is in <c>AgentHub.Routing</c>, tickets are in <c>AgentHub.Tickets</c> and <c>AgentHub.TicketLists</c>.</summary>
internal sealed partial class AgentHub(
    IGrainFactory grains, ConversationWatch watch, InboxReader inbox, QueueWatch queues, TicketWatch tickets, TicketFeedWatch ticketFeed, RunWatch runs, NextInLine line)
    : SocketHub<IAgentClient>(grains)
{
    [Needs(StaffRoles.Agent | StaffRoles.Supervisor)]
    public Task<Outcome<LoadView>> SetAvailability(AvailabilityRequest request) =>
        Grains.Agent(new(Socket.Session.Tenant, Me.Id)).SetAvailability(new(request.Status, request.Reason));

    public Task<Outcome<InboxView>> Inbox() => inbox.Read(Socket);

    [Needs(StaffRoles.Agent | StaffRoles.Supervisor)]
    public Task<Outcome<ConversationView>> Accept(OfferRequest request) => Conversation(request.ConversationId).Accept(new(Me, request.OfferId));

    [Needs(StaffRoles.Agent | StaffRoles.Supervisor)]
    public Task<Outcome<Done>> Decline(OfferRequest request) => Conversation(request.ConversationId).Decline(new(Me, request.OfferId, request.Reason));

    public Task<Outcome<Posted>> Post(PostRequest request) =>
        Conversation(request.ConversationId).Post(request.ToCommand(Me));

    public Task<Outcome<Posted>> Note(NoteRequest request) =>
        Conversation(request.ConversationId).Post(request.ToCommand(Me));

    public Task<Outcome<MessagePage>> Sync(SyncRequest request) => watch.Sync(Socket, request);

    public Task<Outcome<Done>> Unwatch(ConversationRequest request) => inbox.Unwatch(Socket, Key(request.ConversationId));

    public Task<Outcome<ItemList<QueueView>>> WatchQueues(QueuesRequest request) => queues.WatchAll(Socket);

    public Task<Outcome<Done>> UnwatchQueues(QueuesRequest request) => queues.UnwatchAll(Socket);

    public Task Typing(TypingRequest request) => Conversation(request.ConversationId).Typing(new(Me, null));

    public Task<Outcome<Done>> Read(ReadRequest request) => Conversation(request.ConversationId).Read(new(Me, request.Seq));

    public Task<Outcome<ConversationView>> Transfer(TransferRequest request) =>
        Conversation(request.ConversationId).Transfer(new(Me, request.ToAgent, request.ToQueue, request.Note));

    public Task<Outcome<ConversationView>> Hold(ConversationRequest request) => Conversation(request.ConversationId).Hold(Me);

    public Task<Outcome<ConversationView>> Resume(ConversationRequest request) => Conversation(request.ConversationId).Resume(Me);

    public Task<Outcome<ConversationView>> Resolve(ConversationRequest request) => Conversation(request.ConversationId).Resolve(Me);
}
