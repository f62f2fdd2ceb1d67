using Grainline.Conversations;
using Grainline.Gateway.Push;
using Microsoft.AspNetCore.SignalR;
using Orleans;

namespace Grainline.Gateway.Hubs;

/// <summary>What both hubs know of their caller. The tenant comes from the session, never from what was sent.</summary>
public abstract class SocketHub<TClient>(IGrainFactory grains) : Hub<TClient> where TClient : class
{
    private protected IGrainFactory Grains { get; } = grains;

    private protected Socket Socket => Context.Features.Get<Socket>()!;

    private protected Actor Me => Socket.Actor;

    private protected ConversationKey Key(string conversationId) => new(Socket.Session.Tenant, conversationId);

    private protected IConversationGrain Conversation(string conversationId) => Grains.Conversation(Key(conversationId));
}
