using Grainline.Conversations;
using Grainline.Gateway.Push;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Grainline.Visitors;
using Orleans;

namespace Grainline.Gateway.Hubs;

/// <summary>The visitors' door.</summary>
internal sealed class VisitorHub(IGrainFactory grains, ConversationWatch watch) : SocketHub<IVisitorClient>(grains)
{
    public async Task<Outcome<ConversationView>> OpenConversation(OpenConversationRequest request)
    {
        var opened = await Grains.Visitor(new(Socket.Session.Tenant, Me.Id)).OpenConversation(request.ToCommand());
        return opened.Succeeded ? await watch.Watch(Socket, Key(opened.Value!.ConversationId)) : opened;
    }

    public Task<Outcome<Posted>> Post(PostRequest request) =>
        Conversation(request.ConversationId).Post(request.ToCommand(Me));

    public Task<Outcome<MessagePage>> Sync(SyncRequest request) => watch.Sync(Socket, request);

    public Task Typing(TypingRequest request) => Conversation(request.ConversationId).Typing(new(Me, request.Preview));

    public Task<Outcome<Done>> Read(ReadRequest request) => Conversation(request.ConversationId).Read(new(Me, request.Seq));

    public Task<Outcome<ConversationView>> Rate(RateRequest request) =>
        Conversation(request.ConversationId).Rate(new(Me, request.Score, request.Comment));

    public Task<Outcome<ConversationView>> Close(ConversationRequest request) => Conversation(request.ConversationId).Close(Me);
}
