using Microsoft.AspNetCore.SignalR;

namespace Grainline.Load.References;

/// <summary>SignalR groups that tell and acknowledge a message once it is committed.</summary>
internal sealed class StoredGroupHub(BatchedInserts inserts) : Hub
{
    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public async Task<Posted> Post(PostRequest post)
    {
        var now = TimeProvider.System.GetUtcNow();
        var seq = await inserts.Insert(post, Context.ConnectionId, now);
        var view = new MessageView(
            post.ConversationId, seq, post.ClientMessageId, new("visitor", Context.ConnectionId, "Visitor"), "text", post.Text, [], now, seq - 1);
        await Clients.Group(post.ConversationId).SendAsync("Message", view);
        return new(seq, now, false);
    }
}
