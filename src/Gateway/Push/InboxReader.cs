using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Gateway.Wire;
using Grainline.Refusals;
using Orleans;

namespace Grainline.Gateway.Push;

/// <summary>Puts an agent's inbox together: the feed is listened to first, then read, then every conversation in it likewise.</summary>
internal sealed class InboxReader(AgentWatch agents, ConversationWatch conversations, IGrainFactory grains)
{
    public async Task<Outcome<InboxView>> Read(Socket socket)
    {
        await agents.Watch(socket);
        var inbox = await Agent(socket).Inbox();
        if (!inbox.Succeeded)
            return inbox.Refusal;
        var views = await Task.WhenAll(inbox.Value!.Conversations.Select(id => conversations.Watch(socket, new(socket.Session.Tenant, id))));
        // One that has left the inbox since is refused; the feed says so next.
        return InboxView.Of(inbox.Value, [.. views.Where(view => view.Succeeded).Select(view => view.Value!)]);
    }

    /// <summary>Ends what <c>Sync</c> began, unless the conversation is the agent's own.</summary>
    public async Task<Outcome<Done>> Unwatch(Socket socket, ConversationKey key)
    {
        var inbox = await Agent(socket).Inbox();
        if (!inbox.Succeeded)
            return inbox.Refusal;
        if (!inbox.Value!.Conversations.Contains(key.Id))
            await conversations.Unwatch(socket, key);
        return new Done();
    }

    private IAgentGrain Agent(Socket socket) => grains.Agent(new(socket.Session.Tenant, socket.Session.Id));
}
